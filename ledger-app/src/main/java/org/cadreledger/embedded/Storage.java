package org.cadreledger.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RootReference;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/** The file's maps by name, and the only way to write to them or to read several of them at one moment. */
final class Storage {
    final CommitBarrier barrier;
    final OpenCursors openCursors = new OpenCursors();
    private final StoreFile file;
    private final MVStore store;
    private final Map<String, StoredMap> byName = new TreeMap<>();
    private final List<@Nullable StoredMap> slots = new ArrayList<>();

    Storage(StoreFile file, Runnable onFailure) {
        this.file = file;
        this.store = file.store;
        this.barrier = new CommitBarrier(store, file::noteDurable, this::snapshot, onFailure);
        file.onDamage(barrier::stop);
    }

    /** Runs a writing command and returns once what it wrote is committed and synced, also when it failed half-way. */
    <T> T write(Supplier<T> command) {
        return barrier.write(command);
    }

    /** Reads what is durable; inside a writing command, what that command sees. */
    <T extends @Nullable Object> T read(Function<ReadView, T> reader) {
        if (barrier.isWriting()) {
            return reader.apply(StoredMap::now);
        }
        Snapshot snapshot = barrier.current();
        try {
            return reader.apply(snapshot);
        } finally {
            snapshot.release();
        }
    }

    /** No more reads or writes from here on. */
    void close() {
        barrier.close();
    }

    StoredMap open(String name) {
        synchronized (byName) {
            return byName.computeIfAbsent(name, this::openMap);
        }
    }

    private StoredMap openMap(String name) {
        MVMap<byte[], byte[]> map = store.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
        // a slot is never used again: an older snapshot would show the dropped map's contents under the new name
        StoredMap opened = new StoredMap(map, slots.size());
        slots.add(opened);
        return opened;
    }

    void drop(String name) {
        synchronized (byName) {
            StoredMap dropped = byName.remove(name);
            if (dropped != null) {
                slots.set(dropped.slot, null);
                store.removeMap(dropped.map);
            }
        }
    }

    List<String> names(String prefix) {
        return store.getMapNames().stream()
                .filter(n -> n.startsWith(prefix))
                .sorted()
                .toList();
    }

    long fileBytes() {
        return file.bytesOnDisk();
    }

    private Snapshot snapshot() {
        synchronized (byName) {
            @SuppressWarnings({"unchecked", "rawtypes"})
            @Nullable
            RootReference<byte[], byte[]>[] roots = new RootReference[slots.size()];
            for (int i = 0; i < roots.length; i++) {
                StoredMap map = slots.get(i);
                roots[i] = map == null ? null : map.map.flushAndGetRoot();
            }
            return new Snapshot(store, roots);
        }
    }
}
