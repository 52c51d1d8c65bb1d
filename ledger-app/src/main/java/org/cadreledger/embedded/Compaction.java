package org.cadreledger.embedded;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back the space of superseded pages in small slices. A slice holds up the next commit, so its size follows how long
 * the last ones took.
 */
final class Compaction implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Compaction.class);
    private static final long PERIOD_MILLIS = 20;
    /** When less of what was written is still in use, slices also run between writes. */
    private static final int BUSY_FILL_PERCENT = 35;

    private static final int IDLE_FILL_PERCENT = 80;
    private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LONG_SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(8);
    private static final long SHORT_SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(3);
    private static final int MOST_FUTILE_SLICES = 5;
    private static final int SMALLEST_SLICE_BYTES = 16 * 1024;
    private static final int LARGEST_SLICE_BYTES = 128 * 1024;

    private final MVStore store;
    private final CommitBarrier barrier;
    private final ScheduledExecutorService executor;
    private final ScheduledFuture<?> ticks;
    private int sliceBytes = 4 * SMALLEST_SLICE_BYTES;
    private volatile SliceListener listener = (startNanos, endNanos) -> {};
    private long writesSeen;
    private int bestFill;
    private int futileSlices;

    Compaction(MVStore store, CommitBarrier barrier) {
        this.store = store;
        this.barrier = barrier;
        this.executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("embedded-compaction").factory());
        this.ticks = executor.scheduleWithFixedDelay(this::tick, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            boolean idle = barrier.nanosSinceLastWrite() > IDLE_NANOS;
            if (idle && nothingLeftToGain()) {
                return;
            }
            long start = System.nanoTime();
            boolean moved = store.compact(idle ? IDLE_FILL_PERCENT : BUSY_FILL_PERCENT, sliceBytes);
            if (moved) {
                long end = System.nanoTime();
                listener.sliced(start, end);
                resize(end - start);
                if (idle) {
                    barrier.flush();
                }
            }
        } catch (RuntimeException e) {
            if (!executor.isShutdown()) {
                log.error("Compaction of the embedded database stopped: {}", e.getMessage());
                throw e;
            }
        }
    }

    /** A small file never gets full enough; without new writes a few slices that gain nothing are the end of it. */
    private boolean nothingLeftToGain() {
        int fill = store.getFileStore().getChunksFillRate();
        if (barrier.writes() != writesSeen || fill > bestFill) {
            writesSeen = barrier.writes();
            bestFill = fill;
            futileSlices = 0;
            return false;
        }
        return ++futileSlices > MOST_FUTILE_SLICES;
    }

    private void resize(long took) {
        if (took > LONG_SLICE_NANOS) {
            sliceBytes = Math.max(SMALLEST_SLICE_BYTES, sliceBytes / 2);
        } else if (took < SHORT_SLICE_NANOS) {
            sliceBytes = Math.min(LARGEST_SLICE_BYTES, sliceBytes * 2);
        }
    }

    /** Told when a slice began and ended, in {@link System#nanoTime}. */
    interface SliceListener {
        void sliced(long startNanos, long endNanos);
    }

    void listen(SliceListener told) {
        listener = told;
    }

    @Override
    public void close() {
        ticks.cancel(false);
        executor.shutdown();
        try {
            if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("Compaction of the embedded database did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
