package org.cadreledger.store;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.cadreledger.log.Recorded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log: a dense, gap-free sequence of commits, chained by hash. Safe for all threads; several instances, also on
 * several nodes, may share one database.
 */
public final class CommitLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommitLog.class);

    private final Commits commits;
    private final EventTypes types;
    private final StoreLimits limits;
    private final BatchAppender appender;
    private final CommitWriter writer;
    private final List<CommitListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLong lastSeen = new AtomicLong();
    private final Timer appendTimer;
    private volatile SealedRanges sealed = SealedRanges.NONE;

    CommitLog(Commits commits, Turns turns, EventTypes types, Clock clock, MeterRegistry meters, StoreLimits limits) {
        this.commits = commits;
        this.types = types;
        this.limits = limits;
        this.appendTimer = Timer.builder("ledger.store.append")
                .description("from the draft to the durable commit")
                .publishPercentileHistogram()
                .register(meters);
        DistributionSummary batches = DistributionSummary.builder("ledger.store.batch")
                .description("commits written at once")
                .register(meters);
        this.appender = new BatchAppender(commits, turns, clock, limits.retries(), this::written);
        this.writer = new CommitWriter(appender, limits, batches::record);
        meters.gauge("ledger.store.tail", lastSeen);
        meters.gauge("ledger.store.queued", writer, CommitWriter::queued);
        meters.gauge("ledger.store.clock.behind", appender, behind -> behind.clockBehind() ? 1 : 0);
    }

    /**
     * Opens the log in that database, which other nodes may share, and creates what is missing.
     *
     * @throws StoreUnfit when the server cannot give what the log asks: durable majority writes, unique indexes over
     *     arrays, ordered inserts
     */
    public static CommitLog open(MongoDatabase database, EventTypes types, Clock clock, MeterRegistry meters) {
        return open(database, types, clock, meters, false);
    }

    /** @param soleWriter whether no other process can write into this database */
    public static CommitLog open(
            MongoDatabase database, EventTypes types, Clock clock, MeterRegistry meters, boolean soleWriter) {
        ServerProbe.check(database);
        Turns turns = soleWriter ? Turns.alone() : Turns.among(database);
        return new CommitLog(new MongoCommits(database), turns, types, clock, meters, StoreLimits.DEFAULT);
    }

    /**
     * Appends all events of the draft or none, and returns when they are durable.
     *
     * @return number of the commit
     * @throws org.axonframework.modelling.command.ConcurrencyException when another commit went on with one of the
     *     streams: load again and decide again
     * @throws AlreadyRecorded when a commit carries this idempotency key
     * @throws CommitTooLarge over 1,024 events or 15 MB
     * @throws StoreBusy when too much waits
     * @throws ClockBehind when this node's clock is more than 5 minutes behind the log
     * @throws StoreUnavailable when the outcome is not known in time
     */
    public long append(CommitDraft draft) {
        long start = System.nanoTime();
        PreparedCommit prepared = PreparedCommit.of(draft, types);
        writer.enqueue(prepared);
        long position = await(prepared);
        appendTimer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        return position;
    }

    private long await(PreparedCommit prepared) {
        try {
            return prepared.outcome().get(limits.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw BatchAppender.unavailable(e);
        } catch (TimeoutException e) {
            StoreUnavailable unknown = BatchAppender.unavailable(e);
            // so that the writer no longer tries it
            prepared.outcome().completeExceptionally(unknown);
            throw unknown;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BatchAppender.unavailable(e);
        }
    }

    private void written(List<Commit> added) {
        lastSeen.accumulateAndGet(added.getLast().position(), Math::max);
        for (CommitListener listener : listeners) {
            try {
                listener.written(added);
            } catch (RuntimeException e) {
                LOG.error("a listener of the log failed", e);
            }
        }
    }

    /** Runs until the returned handle is run. */
    public Runnable onWritten(CommitListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The end of the log, as a majority of the servers has it. */
    public Tail tail() {
        Tail tail = commits.last().map(Tail::of).orElse(Tail.EMPTY);
        lastSeen.accumulateAndGet(tail.position(), Math::max);
        return tail;
    }

    /**
     * Whether a commit would be stored now, as far as can be told: false while this node's clock is too far behind. After a
     * write that was not confirmed another is tried beside the log, and its exception is thrown, as when the log's end
     * cannot be read.
     */
    public boolean takesWrites() {
        if (appender.isBehind(tail())) {
            return false;
        }
        if (appender.unconfirmed()) {
            commits.tryWriting();
        }
        return true;
    }

    /** Up to {@code limit} (at most 1,000) commits after that position, in order. */
    public List<Commit> commits(long afterPosition, int limit) {
        return commits.after(afterPosition, Math.min(limit, StoreLimits.DEFAULT.batch()));
    }

    /**
     * Commits after that position, in order, from wherever they are read fastest: for who goes through the log from early
     * on. Empty only at the end of the log.
     *
     * @param limit at most so many from the database; a sealed range comes in one piece, some ten thousand commits
     */
    public List<Commit> history(long afterPosition, int limit) {
        return sealed.after(afterPosition).orElseGet(() -> commits(afterPosition, limit));
    }

    /** From now on, history is read from there as far as it reaches. */
    public void readSealed(SealedRanges ranges) {
        sealed = ranges;
    }

    /** Hash of that commit in hex, of the start of the chain for 0; empty when there is no such commit. */
    public Optional<String> hash(long position) {
        return position == 0
                ? Optional.of(Hashes.GENESIS)
                : Optional.ofNullable(commits.hashes(position - 1, 1).get(position));
    }

    /**
     * Inserts commits of a backup as they are. They must have been checked by {@link ChainCheck} from this log's tail on,
     * and nobody else may write. After a crash a prefix of them is stored.
     */
    public void restore(List<Commit> next) {
        commits.insert(next);
    }

    public Optional<Commit> commit(long position) {
        return commits.at(position);
    }

    /**
     * The events of one stream from that sequence on, in order.
     *
     * @throws UnreadableEvent when one cannot be read
     */
    public List<Recorded<Object>> stream(String stream, long fromSequence) {
        // the event may lie inside a commit that begins earlier
        long firstKey = Math.max(0, fromSequence - PreparedCommit.MAX_EVENTS + 1);
        return events(commits.ofStream(stream, firstKey), stream, fromSequence);
    }

    /** The same for a sequence that is the stream's next one as far as the caller knows: reads only newer commits. */
    List<Recorded<Object>> streamSince(String stream, long nextSequence) {
        return events(commits.ofStream(stream, nextSequence), stream, nextSequence);
    }

    /** Events of one stream from that sequence on, of these commits. */
    List<Recorded<Object>> events(List<Commit> found, String stream, long fromSequence) {
        List<Recorded<Object>> events = new ArrayList<>();
        for (Commit commit : found) {
            for (int index = 0; index < commit.events().size(); index++) {
                StoredEvent event = commit.events().get(index);
                if (event.stream().equals(stream) && event.sequence() >= fromSequence) {
                    events.add(decode(commit, index));
                }
            }
        }
        return events;
    }

    /** Commits that hold events of that stream from that sequence on, with their other events. */
    List<Commit> commitsOf(String stream, long fromSequence) {
        return commits.ofStream(stream, Math.max(0, fromSequence - PreparedCommit.MAX_EVENTS + 1));
    }

    /** All events of a commit, in order. */
    public List<Recorded<Object>> decode(Commit commit) {
        List<Recorded<Object>> events = new ArrayList<>(commit.events().size());
        for (int index = 0; index < commit.events().size(); index++) {
            events.add(decode(commit, index));
        }
        return events;
    }

    /** One event of a commit, by its place from 0. */
    public Recorded<Object> decode(Commit commit, int index) {
        StoredEvent event = commit.events().get(index);
        PersonalPart personal = commit.personal().get(index);
        return new Recorded<>(
                commit.position(),
                index,
                commit.at(),
                commit.by(),
                event.stream(),
                event.sequence(),
                event.jurisdiction(),
                types.decode(event.name(), event.payload(), personal == null ? null : personal.json()));
    }

    /** What was answered to that idempotency key. */
    public Optional<StoredAnswer> find(String k) {
        return commits.withK(k).map(StoredAnswer::of);
    }

    /** Position of the last commit with a time at or before that; 0 when there is none. */
    public long lastAtOrBefore(Instant time) {
        long low = 0;
        long high = tail().position();
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            Instant at = commits.timeAt(middle).orElseThrow(() -> new IllegalStateException("a hole in the log"));
            if (at.isAfter(time)) {
                high = middle - 1;
            } else {
                low = middle;
            }
        }
        return low;
    }

    /**
     * Checks numbers, chain, hashes, times and what is left of the personal parts.
     *
     * @param from first position, from 1
     * @param to last position, normally the tail's; a missing commit is a fault
     * @param progress told the last position found sound, once a page
     */
    public Verification verify(long from, long to, LongConsumer progress) {
        return new Verifier(commits, from, to, progress).run();
    }

    /** Erases the personal components of one event for ever; the chain stays valid. False when there were none. */
    public boolean erasePersonal(long position, int index) {
        return sealed.erasing(position, () -> commits.erasePersonal(position, index));
    }

    /** A commit as JSON with the fields of the stored document, without personal parts, for the auditor. */
    public String json(Commit commit) {
        return CommitBson.json(commit);
    }

    /** Stops accepting, writes what waits. */
    @Override
    public void close() {
        writer.close();
    }
}
