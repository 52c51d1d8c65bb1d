package org.cadreledger.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log as Axon's processors read it. One thread follows the end of the log for all of them: woken by commits of this
 * node, polling for those of others. A token is the guard of the last event seen ({@link Recorded#guard()}).
 */
public final class LogMessageSource implements StreamableMessageSource<TrackedEventMessage<?>>, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogMessageSource.class);

    private static final int PAGE = 500;
    private static final int CACHED_EVENTS = 20_000;
    private static final int WRITTEN_BATCHES = 64;
    private static final long POLL_MILLIS = 20;
    private static final long POLL_AFTER_FAULT_MILLIS = 500;

    private final CommitLog log;
    private final RecentCommits recent;
    private final List<Runnable> callbacks = new CopyOnWriteArrayList<>();
    /** By this node, not yet taken up by the follower. */
    private final BlockingQueue<List<Commit>> written = new ArrayBlockingQueue<>(WRITTEN_BATCHES);

    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final Runnable stopListening;
    private final Thread follower;
    private volatile boolean closed;

    /** Follows the log from its present end, until closed. */
    public LogMessageSource(CommitLog log) {
        this.log = log;
        this.recent = new RecentCommits(CACHED_EVENTS, log.tail().position());
        this.stopListening = log.onWritten(this::take);
        this.follower = new Thread(this::follow, "log-follower");
        this.follower.setDaemon(true);
        this.follower.start();
    }

    /** The event as the log holds it, from a message that this source or the event store delivered. */
    public static Recorded<Object> recorded(EventMessage<?> message) {
        MetaData data = message.getMetaData();
        if (!(message instanceof DomainEventMessage<?> event)
                || !(data.get(EventMetaData.POSITION) instanceof Long position)
                || !(data.get(EventMetaData.INDEX) instanceof Integer index)
                || !(data.get(EventMetaData.BY) instanceof String by)) {
            throw new IllegalArgumentException("not from the log: " + message.getIdentifier());
        }
        return new Recorded<>(
                position,
                index,
                message.getTimestamp(),
                by,
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                (String) data.get(EventMetaData.JURISDICTION),
                event.getPayload());
    }

    /** The number of the commit that a token of this source has reached; 0 for none. */
    public static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : Recorded.positionOf(token.position().orElse(0));
    }

    static DomainEventMessage<Object> message(Commit commit, Recorded<Object> recorded) {
        StoredEvent stored = commit.events().get(recorded.index());
        Map<String, Object> data = new HashMap<>();
        data.put(EventMetaData.BY, recorded.by());
        data.put(EventMetaData.STREAM, recorded.stream());
        data.put(EventMetaData.POSITION, recorded.position());
        data.put(EventMetaData.INDEX, recorded.index());
        if (recorded.jurisdiction() != null) {
            data.put(EventMetaData.JURISDICTION, recorded.jurisdiction());
        }
        return new GenericDomainEventMessage<>(
                stored.type(),
                recorded.stream(),
                recorded.sequence(),
                recorded.event(),
                MetaData.from(data),
                stored.id(),
                recorded.at());
    }

    private RecentCommits.Entry entry(Commit commit) {
        List<TrackedEventMessage<?>> messages = new ArrayList<>();
        for (Recorded<Object> recorded : log.decode(commit)) {
            messages.add(new GenericTrackedDomainEventMessage<>(
                    new GlobalSequenceTrackingToken(recorded.guard()), message(commit, recorded)));
        }
        return new RecentCommits.Entry(commit.position(), messages);
    }

    /** On the writer's thread, which goes on at once. */
    private void take(List<Commit> commits) {
        // what does not fit is read from the database
        written.offer(commits);
        wake.release();
    }

    private void follow() {
        long announced = recent.last();
        long polled = System.nanoTime();
        while (!closed) {
            long pause = POLL_MILLIS;
            try {
                addWritten();
                if (System.nanoTime() - polled >= TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS)) {
                    readOn(Long.MAX_VALUE);
                    polled = System.nanoTime();
                }
                if (recent.last() > announced) {
                    announced = recent.last();
                    callbacks.forEach(Runnable::run);
                }
            } catch (RuntimeException e) {
                LOG.warn("the log cannot be followed: {}", e.toString());
                pause = POLL_AFTER_FAULT_MILLIS;
            }
            try {
                if (wake.tryAcquire(pause, TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Reads from the database only what others wrote in between. */
    private void addWritten() {
        for (List<Commit> own = written.peek(); own != null; own = written.peek()) {
            readOn(own.getFirst().position() - 1);
            add(own);
            written.remove();
        }
    }

    private void readOn(long to) {
        while (recent.last() < to) {
            int wanted = (int) Math.min(PAGE, to - recent.last());
            List<Commit> page = log.commits(recent.last(), wanted);
            add(page);
            if (page.size() < wanted) {
                return;
            }
        }
    }

    private void add(List<Commit> commits) {
        for (Commit commit : commits) {
            if (commit.position() == recent.last() + 1) {
                recent.add(entry(commit));
            }
        }
    }

    /** Commits after that position as messages: from memory when they are recent, else from the log's history. */
    List<RecentCommits.Entry> after(long position) {
        if (position >= recent.last()) {
            return List.of();
        }
        Optional<List<RecentCommits.Entry>> cached = recent.after(position, PAGE);
        return cached.orElseGet(() -> log.history(position, PAGE).stream()
                .limit(PAGE)
                .map(this::entry)
                .toList());
    }

    /** For one reader that goes through the log. */
    ReadAhead pages() {
        return new ReadAhead(this::after, PAGE, readers);
    }

    /** Position up to which the log is known here. */
    long last() {
        return recent.last();
    }

    /** How many events follow that guard: exact for the last 20,000, of older commits each counts as one. */
    public long eventsAfter(long guard) {
        return recent.eventsAfter(guard);
    }

    Runnable onAvailable(Runnable callback) {
        callbacks.add(callback);
        return () -> callbacks.remove(callback);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        if (token != null && !(token instanceof GlobalSequenceTrackingToken)) {
            throw new IllegalArgumentException("not a token of the log: " + token);
        }
        return new LogStream(this, token == null ? 0 : token.position().orElse(0));
    }

    boolean isClosed() {
        return closed;
    }

    /** Before the first event. */
    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    /** After the last event. */
    @Override
    public TrackingToken createHeadToken() {
        return afterCommit(log.tail().position());
    }

    /** Before the first event at or after that time. */
    @Override
    public TrackingToken createTokenAt(Instant time) {
        return afterCommit(log.lastAtOrBefore(time.minusMillis(1)));
    }

    private static TrackingToken afterCommit(long position) {
        return new GlobalSequenceTrackingToken(position == 0 ? 0 : Recorded.guardAfter(position) - 1);
    }

    @Override
    public void close() {
        closed = true;
        stopListening.run();
        wake.release();
        readers.shutdown();
    }
}
