package org.cadreledger.bench.store;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Clients that append, each to streams of its own, one event after the other. */
final class Clients {
    /** A stream is closed after so many events, as the books of a year are. */
    static final int STREAM = 40;

    static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Clients() {}

    /**
     * What came of it.
     *
     * @param rate events a second
     * @param p50 of one append, in microseconds
     * @param p99 likewise
     * @param cpu processor time of this process an event, in microseconds; the embedded server runs in it too
     */
    record Outcome(double rate, double p50, double p99, double cpu) {}

    /** As fast as they get answers. */
    static Outcome closedLoop(Side side, String run, int clients, double seconds) {
        return run(side, run, clients, seconds, 0, Long.MAX_VALUE);
    }

    /** As fast as they get answers, until so many events are stored; a few more than that. */
    static Outcome fill(Side side, String run, int clients, long events) {
        return run(side, run, clients, TimeUnit.HOURS.toSeconds(1), 0, events);
    }

    /** @param rate events a second of all together; an append that starts late counts from when it was due */
    static Outcome openLoop(Side side, String run, int clients, double seconds, double rate) {
        return run(side, run, clients, seconds, (long) (clients * 1e9 / rate), Long.MAX_VALUE);
    }

    private static Outcome run(Side side, String run, int clients, double seconds, long everyNanos, long atMost) {
        LongAdder stored = new LongAdder();
        Histogram latency = new ConcurrentHistogram(TimeUnit.MINUTES.toNanos(2), 3);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        long cpuBefore = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            String client = run + "-" + i;
            long first = everyNanos == 0 ? 0 : start + everyNanos * i / clients;
            threads.add(Thread.ofVirtual().unstarted(() -> {
                try {
                    long due = first;
                    for (long n = 0; System.nanoTime() < end && stored.sum() < atMost; n++) {
                        long from = System.nanoTime();
                        if (everyNanos > 0) {
                            LockSupport.parkNanos(due - from);
                            from = due;
                            due += everyNanos;
                        }
                        side.append(client + "-" + n / STREAM, n % STREAM);
                        latency.recordValue(System.nanoTime() - from);
                        stored.increment();
                    }
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                }
            }));
        }
        threads.forEach(Thread::start);
        threads.forEach(Clients::join);
        double took = (System.nanoTime() - start) / 1e9;
        if (failure.get() != null) {
            throw new IllegalStateException(side.name() + " failed", failure.get());
        }
        long count = latency.getTotalCount();
        return new Outcome(
                count / took,
                latency.getValueAtPercentile(50) / 1e3,
                latency.getValueAtPercentile(99) / 1e3,
                (SYSTEM.getProcessCpuTime() - cpuBefore) / 1e3 / Math.max(1, count));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
