package org.cadreledger.embedded;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/** One sorted map of the file, as writers see it. */
final class StoredMap {
    final MVMap<byte[], byte[]> map;
    /** Where snapshots keep this map's root. */
    final int slot;

    StoredMap(MVMap<byte[], byte[]> map, int slot) {
        this.map = map;
        this.slot = slot;
    }

    byte @Nullable [] get(byte[] key) {
        return map.get(key);
    }

    void put(byte[] key, byte[] value) {
        map.put(key, value);
    }

    void remove(byte[] key) {
        map.remove(key);
    }

    MapView now() {
        return new MapView(map, map.flushAndGetRoot());
    }

    MapView at(@Nullable RootReference<byte[], byte[]> root) {
        return new MapView(map, root);
    }
}
