package org.cadreledger.embedded;

import java.util.concurrent.atomic.AtomicInteger;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/** The maps as one commit left them. Their pages stay in the file until the last reader has released it. */
final class Snapshot implements ReadView {
    private final MVStore store;
    private final MVStore.TxCounter usage;
    private final @Nullable RootReference<byte[], byte[]>[] roots;
    /** One for being the current one, one for each reader. */
    private final AtomicInteger holders = new AtomicInteger(1);

    /** To be called while nobody writes, straight after a commit. */
    Snapshot(MVStore store, @Nullable RootReference<byte[], byte[]>[] roots) {
        this.store = store;
        this.usage = store.registerVersionUsage();
        this.roots = roots;
    }

    boolean retain() {
        return holders.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
    }

    void release() {
        if (holders.decrementAndGet() == 0) {
            store.deregisterVersionUsage(usage);
        }
    }

    @Override
    public MapView of(StoredMap map) {
        return map.at(map.slot < roots.length ? roots[map.slot] : null);
    }
}
