package org.cadreledger.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.cadreledger.log.Recorded;

/** One reader's place in the log. For one thread, as Axon uses it. */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    private static final long WAIT_MILLIS = 1_000;

    private final LogMessageSource source;
    private final ReadAhead pages;
    private final Deque<TrackedEventMessage<?>> buffer = new ArrayDeque<>();
    private final Semaphore arrived = new Semaphore(0);
    private final Runnable stopWaking;
    private volatile Runnable stopCallback = () -> {};

    /** Guard of the last event that the reader has had. */
    private final long from;

    /** Commits up to here are in the buffer or gone through it. */
    private long read;

    LogStream(LogMessageSource source, long guard) {
        this.source = source;
        this.pages = source.pages();
        this.from = guard;
        // the commit of the guard itself may have events after it
        this.read = Math.max(0, Recorded.positionOf(guard) - 1);
        this.stopWaking = source.onAvailable(arrived::release);
    }

    private boolean fill() {
        while (buffer.isEmpty()) {
            var entries = pages.after(read, source.last());
            if (entries.isEmpty()) {
                return false;
            }
            for (RecentCommits.Entry entry : entries) {
                for (TrackedEventMessage<?> message : entry.messages()) {
                    if (message.trackingToken().position().orElseThrow() > from) {
                        buffer.addLast(message);
                    }
                }
                read = entry.position();
            }
        }
        return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return fill() ? Optional.of(buffer.getFirst()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (fill()) {
            return true;
        }
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (true) {
            long left = deadline - System.nanoTime();
            arrived.drainPermits();
            if (fill()) {
                return true;
            }
            if (left <= 0 || !arrived.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                return fill();
            }
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable((int) WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
            if (source.isClosed()) {
                throw new NoSuchElementException("the log is closed");
            }
        }
        return buffer.removeFirst();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        stopCallback.run();
        stopCallback = source.onAvailable(callback);
        return true;
    }

    @Override
    public void close() {
        stopWaking.run();
        stopCallback.run();
    }
}
