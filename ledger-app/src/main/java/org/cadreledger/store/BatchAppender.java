package org.cadreledger.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers commits and sends them as one ordered insert. The unique indexes decide every race, also with writers on other
 * nodes; after any error the log itself is asked what happened, never the error's text. For one thread.
 */
final class BatchAppender {

    private static final Logger LOG = LoggerFactory.getLogger(BatchAppender.class);

    private static final long MIN_PAUSE_MILLIS = 2;
    private static final long MAX_PAUSE_MILLIS = 250;

    private final Commits commits;
    private final Turns turns;
    private final Numbering numbering;
    private final int retries;
    private final Consumer<List<Commit>> written;
    private final Pipeline pipeline;

    /** Null when the end of the log must be read again. */
    private @Nullable Tail tail;

    /** Number of the last commit that this node wrote. */
    private long own;

    /** {@link System#nanoTime()} when commits of other nodes were last found; those before the start are known to all reads. */
    private long strangersSeen = System.nanoTime();

    /** The last attempt to write was not confirmed. */
    private volatile boolean unconfirmed;

    /** What came of one insert. */
    private enum Attempt {
        /** At least one commit has its outcome: go on at once. */
        MOVED,
        /** Another writer took the number: go on at once. */
        OUTRUN,
        /** The database answers, but shows neither the commits nor what stopped them: look again a little later. */
        NOTHING_SEEN,
        UNREACHABLE
    }

    /** @param written told of commits in order, as soon as they are durable */
    BatchAppender(Commits commits, Turns turns, Clock clock, int retries, Consumer<List<Commit>> written) {
        this.commits = commits;
        this.turns = turns;
        this.numbering = new Numbering(clock);
        this.retries = retries;
        this.written = written;
        this.pipeline = new Pipeline(commits, numbering::number);
    }

    /** @param next takes a full batch, which must be appended next, when one waits; else nothing */
    void preparing(Supplier<List<PreparedCommit>> next) {
        pipeline.preparing(next);
    }

    void close() {
        turns.end();
        pipeline.close();
    }

    boolean clockBehind() {
        return numbering.clockBehind();
    }

    boolean unconfirmed() {
        return unconfirmed;
    }

    /** Whether this node's clock is too far behind that end of the log. */
    boolean isBehind(Tail end) {
        return numbering.isBehind(end);
    }

    /** Whether other nodes wait until this one writes or says that nothing more comes. */
    boolean holdsOthersUp() {
        return turns.holdsOthersUp();
    }

    /** Nothing waits to be appended: others need not wait either. */
    void idle() {
        turns.end();
    }

    /** Returns when each of them has its outcome. */
    void append(List<PreparedCommit> batch) {
        List<PreparedCommit> pending = new ArrayList<>(batch);
        int fruitless = 0;
        while (true) {
            // whose caller has given up
            pending.removeIf(commit -> commit.outcome().isDone());
            if (pending.isEmpty()) {
                return;
            }
            tail = turns.await() ? null : tail; // to be outrun costs more than to look
            Attempt attempt = attempt(pending);
            if (attempt == Attempt.OUTRUN) {
                turns.queueUp();
            }
            fruitless = attempt == Attempt.MOVED || attempt == Attempt.OUTRUN ? 0 : fruitless + 1;
            unconfirmed = fruitless > 0;
            if (fruitless > retries) {
                giveUp(attempt == Attempt.UNREACHABLE ? pending : pending.subList(0, 1));
                fruitless = 0;
            } else if (fruitless > 0) {
                pause(fruitless);
            }
        }
    }

    private static void giveUp(List<PreparedCommit> pending) {
        pending.forEach(commit -> commit.outcome().completeExceptionally(unavailable(null)));
    }

    static StoreUnavailable unavailable(@Nullable Throwable cause) {
        return new StoreUnavailable("the database did not confirm the commit; its outcome is unknown", cause);
    }

    /** Takes from {@code pending} what has got its outcome. */
    private Attempt attempt(List<PreparedCommit> pending) {
        List<Commit> numbered;
        try {
            Tail end = end();
            if (refuseOutdated(pending)) {
                return Attempt.MOVED;
            }
            numbered = pipeline.numbered(pending, end);
        } catch (ClockBehind e) {
            tail = null;
            pending.forEach(commit -> commit.outcome().completeExceptionally(e));
            return Attempt.MOVED;
        } catch (RuntimeException e) {
            LOG.warn("the end of the log cannot be read: {}", e.toString());
            return Attempt.UNREACHABLE;
        }
        try {
            pipeline.insert(numbered);
        } catch (RuntimeException e) {
            tail = null;
            return lookUp(pending, numbered, e);
        }
        acknowledge(pending, numbered);
        return Attempt.MOVED;
    }

    private Tail end() {
        Tail known = tail;
        if (known != null) {
            return known;
        }
        Tail end = commits.last().map(Tail::of).orElse(Tail.EMPTY);
        if (end.position() != own) {
            strangersSeen = System.nanoTime();
        }
        tail = end;
        return end;
    }

    /**
     * Refuses those whose decision rests on streams that other nodes have gone on with. What comes in after this look takes
     * the number that is tried next, so nothing is missed; and while no other node wrote, there is nothing to look for.
     *
     * @return whether there was one
     */
    private boolean refuseOutdated(List<PreparedCommit> pending) {
        List<PreparedCommit> doubtful = pending.stream()
                .filter(commit ->
                        !commit.basis().keys().isEmpty() && commit.basis().since() - strangersSeen <= 0)
                .toList();
        List<String> keys = doubtful.stream()
                .flatMap(commit -> commit.basis().keys().stream())
                .distinct()
                .toList();
        if (keys.isEmpty() || commits.withAnyKey(keys).isEmpty()) {
            return false;
        }
        boolean refused = false;
        for (PreparedCommit commit : doubtful) {
            Optional<Commit> news = commits.withAnyKey(commit.basis().keys());
            if (news.isPresent() && !commit.isSameAs(news.get())) {
                refused = true;
                commit.outcome()
                        .completeExceptionally(new ConcurrencyException(
                                "commit " + news.get().position() + " came after what was decided on"));
            }
        }
        return refused;
    }

    private void acknowledge(List<PreparedCommit> stored, List<Commit> numbered) {
        tail = Tail.of(numbered.getLast());
        own = numbered.getLast().position();
        written.accept(numbered);
        for (int i = 0; i < numbered.size(); i++) {
            stored.get(i).outcome().complete(numbered.get(i).position());
        }
    }

    private Attempt lookUp(List<PreparedCommit> pending, List<Commit> numbered, RuntimeException fault) {
        LOG.debug("an insert of {} commits ended with {}", numbered.size(), fault.toString());
        try {
            int stored = storedPrefix(numbered);
            if (stored > 0) {
                acknowledge(pending.subList(0, stored), numbered.subList(0, stored));
                // the chain goes on from what the log shows, not from what was meant
                tail = null;
            }
            if (stored == numbered.size() || settle(pending.get(stored)) || stored > 0) {
                return Attempt.MOVED;
            }
            return isTaken(numbered.getFirst().position()) ? Attempt.OUTRUN : Attempt.NOTHING_SEEN;
        } catch (RuntimeException e) {
            LOG.warn("after {} the log cannot be asked what it holds: {}", fault.toString(), e.toString());
            return Attempt.UNREACHABLE;
        }
    }

    /** Own number with the own hash: stored. */
    private int storedPrefix(List<Commit> numbered) {
        Map<Long, String> hashes = commits.hashes(numbered.getFirst().position() - 1, numbered.size());
        int stored = 0;
        while (stored < numbered.size()
                && numbered.get(stored)
                        .hash()
                        .equals(hashes.get(numbered.get(stored).position()))) {
            stored++;
        }
        return stored;
    }

    /**
     * The first that is not stored was refused: for its idempotency key, for a stream that went on without it, or only
     * for its number, which renumbering mends. Only in this order: a lost acknowledgement is no clash.
     */
    private boolean settle(PreparedCommit first) {
        Optional<Commit> sameK = commits.withK(first.k());
        Optional<Commit> found = sameK.isPresent() ? sameK : commits.withAnyKey(first.keys());
        if (found.isEmpty()) {
            return false;
        }
        Commit stored = found.get();
        if (first.isSameAs(stored)) {
            // an attempt that was thought lost: those who follow the log have not heard of it
            written.accept(List.of(stored));
            first.outcome().complete(stored.position());
        } else if (sameK.isPresent()) {
            first.outcome().completeExceptionally(new AlreadyRecorded(stored));
        } else {
            first.outcome()
                    .completeExceptionally(new ConcurrencyException(
                            "commit " + stored.position() + " was first at one of " + first.keys()));
        }
        return true;
    }

    private boolean isTaken(long position) {
        return commits.last().map(Commit::position).orElse(0L) >= position;
    }

    private static void pause(int round) {
        long millis = Math.min(MAX_PAUSE_MILLIS, MIN_PAUSE_MILLIS << Math.min(round, 7));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
