package org.cadreledger.bench.scale;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.concurrent.locks.LockSupport;

/** How full the heap gets: with garbage, and what was alive after a collection. */
final class Heap implements AutoCloseable {
    private static final long EVERY_NANOS = 100_000_000;

    private volatile boolean over;
    private volatile long used;
    private volatile long alive;
    private final Thread sampler = Thread.ofPlatform().daemon().start(this::sample);

    private void sample() {
        while (!over) {
            used = Math.max(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            long after = 0;
            for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
                MemoryUsage usage = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
                after += usage == null ? 0 : usage.getUsed();
            }
            alive = Math.max(alive, after);
            LockSupport.parkNanos(EVERY_NANOS);
        }
    }

    /** MB. */
    long used() {
        return used >> 20;
    }

    /** MB. */
    long alive() {
        return alive >> 20;
    }

    @Override
    public void close() {
        over = true;
        sampler.interrupt();
    }
}
