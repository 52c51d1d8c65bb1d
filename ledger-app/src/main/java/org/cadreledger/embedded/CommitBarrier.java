package org.cadreledger.embedded;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Group commit. Writing commands share a lock; one of those waiting then takes it alone, commits the store, gives it back
 * and syncs the file for all of them. So a commit never falls inside a command, between a document and its index entries,
 * and the next group gathers while this one is synced.
 *
 * <p>Only one leader works at a time: with a retention of zero, space freed by a commit may be overwritten by a later one,
 * which is safe only when the earlier is on disk.
 */
final class CommitBarrier {
    private final MVStore store;
    private final LongConsumer onDurable;
    private final Supplier<Snapshot> snapshots;
    private final Runnable onFailure;

    private final ReentrantReadWriteLock commands = new ReentrantReadWriteLock();
    /** The group that commands running now belong to; changed by the leader while no command runs. */
    private long group = 1;

    private final ReentrantLock turn = new ReentrantLock();
    private final Condition groupSettled = turn.newCondition();
    private long durableGroup;
    private boolean leading;
    private @Nullable Throwable failure;
    private Snapshot current;

    private boolean closed;

    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong syncs = new AtomicLong();
    private volatile long lastWriteNanos = System.nanoTime();

    /**
     * @param onDurable told the version of each commit once it is synced and before it is acknowledged
     * @param onFailure told when nothing more is accepted
     */
    CommitBarrier(MVStore store, LongConsumer onDurable, Supplier<Snapshot> snapshots, Runnable onFailure) {
        this.store = store;
        this.onDurable = onDurable;
        this.snapshots = snapshots;
        this.onFailure = onFailure;
        this.current = snapshots.get();
    }

    <T> T write(Supplier<T> command) {
        if (isWriting()) {
            return command.get();
        }
        writes.incrementAndGet();
        lastWriteNanos = System.nanoTime();
        return grouped(command);
    }

    private <T> T grouped(Supplier<T> command) {
        long mine;
        commands.readLock().lock();
        try {
            throwIfFailed();
            return command.get();
        } finally {
            mine = group;
            commands.readLock().unlock();
            awaitDurable(mine);
        }
    }

    boolean isWriting() {
        return commands.getReadHoldCount() > 0;
    }

    /** The last durable commit; the caller releases it. */
    Snapshot current() {
        while (true) {
            turn.lock();
            try {
                if (closed) {
                    throw new IllegalStateException("the embedded database is closed");
                }
                if (current.retain()) {
                    return current;
                }
            } finally {
                turn.unlock();
            }
        }
    }

    /** Lets go of the last commit, so that nothing holds an old version of the file any more. */
    void close() {
        turn.lock();
        try {
            if (!closed) {
                closed = true;
                current.release();
            }
        } finally {
            turn.unlock();
        }
    }

    private void awaitDurable(long mine) {
        while (!durableOrLeading(mine)) {
            lead();
        }
        turn.lock();
        try {
            if (durableGroup >= mine) {
                return;
            }
        } finally {
            turn.unlock();
        }
        throwIfFailed();
    }

    /** Waits until the group is settled, or the caller is to lead: then false. */
    private boolean durableOrLeading(long mine) {
        turn.lock();
        try {
            while (durableGroup < mine && failure == null) {
                if (!leading) {
                    leading = true;
                    return false;
                }
                groupSettled.awaitUninterruptibly();
            }
            return true;
        } finally {
            turn.unlock();
        }
    }

    private void lead() {
        Commit commit = null;
        Throwable problem = null;
        try {
            commit = commitGroup();
            if (commit.version >= 0) {
                store.sync();
                onDurable.accept(commit.version);
                syncs.incrementAndGet();
            }
        } catch (RuntimeException | Error e) {
            problem = e;
        } finally {
            settle(commit, problem);
        }
        if (problem != null) {
            onFailure.run();
        }
    }

    private record Commit(long group, long version, Snapshot snapshot) {}

    private Commit commitGroup() {
        commands.writeLock().lock();
        try {
            throwIfFailed();
            long committed = group++;
            long version = store.commit();
            return new Commit(committed, version, snapshots.get());
        } finally {
            commands.writeLock().unlock();
        }
    }

    private void settle(@Nullable Commit commit, @Nullable Throwable problem) {
        turn.lock();
        try {
            leading = false;
            groupSettled.signalAll();
            if (commit == null || problem != null) {
                Throwable cause = problem == null ? new IllegalStateException("no commit") : problem;
                failure = failure == null ? cause : failure;
                return;
            }
            Snapshot previous = current;
            current = commit.snapshot;
            durableGroup = commit.group;
            previous.release();
        } finally {
            turn.unlock();
        }
    }

    private void throwIfFailed() {
        Throwable cause = failed();
        if (cause != null) {
            throw new IllegalStateException(
                    "the embedded database has stopped (" + cause.getMessage()
                            + "); nothing more is accepted: check the disk, then start again",
                    cause);
        }
    }

    /** Accepts nothing more: the file cannot be relied on. */
    void stop(Throwable cause) {
        turn.lock();
        try {
            failure = failure == null ? cause : failure;
            groupSettled.signalAll();
        } finally {
            turn.unlock();
        }
    }

    private @Nullable Throwable failed() {
        turn.lock();
        try {
            return failure;
        } finally {
            turn.unlock();
        }
    }

    /** Commits what maintenance moved about. */
    void flush() {
        grouped(() -> true);
    }

    /** Writing commands so far. */
    long writes() {
        return writes.get();
    }

    /** Syncs of the file so far. */
    long syncs() {
        return syncs.get();
    }

    long nanosSinceLastWrite() {
        return System.nanoTime() - lastWriteNanos;
    }
}
