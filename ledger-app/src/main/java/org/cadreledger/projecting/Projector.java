package org.cadreledger.projecting;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.LongAccumulator;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.cadreledger.documents.Generation;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.log.Recorded;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.LogMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Feeds one group of projections, and changes over to another generation of its documents when a rebuild, here or on another
 * node, has put one in use. A batch that fails is tried again until it succeeds, never skipped.
 */
final class Projector implements AutoCloseable {
    private final ProjectionGroup group;
    private final CommitLog log;
    private final LogMessageSource source;
    private final TokenStore tokens;
    private final SharedMarks shared;
    private final ProcessorSettings settings;
    private final ScheduledExecutorService coordinator;
    private final ScheduledExecutorService workers;
    private volatile Feed feed;

    /** The next generation's, until it has what the present one has. */
    private volatile @Nullable Feed next;

    /** What that one must have at least: the end of the log when it was begun. */
    private long nextFrom;

    /** Highest guard that a wait was told. */
    private final LongAccumulator promised = new LongAccumulator(Math::max, 0);

    private volatile boolean changingOver;
    private boolean running;

    Projector(
            ProjectionGroup group,
            CommitLog log,
            LogMessageSource source,
            TokenStore tokens,
            SharedMarks shared,
            ProcessorSettings settings) {
        this.group = group;
        this.log = log;
        this.source = source;
        this.tokens = tokens;
        this.shared = shared;
        this.settings = settings;
        this.coordinator = Executors.newScheduledThreadPool(2, named(group.name() + "-coordinator"));
        this.workers = Executors.newScheduledThreadPool(settings.segments(), named(group.name() + "-projector"));
        this.feed = feed(group.active());
    }

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 0).factory();
    }

    private Feed feed(Generation generation) {
        return new Feed(group, generation, source, tokens, shared, settings, coordinator, workers);
    }

    ProjectionGroup group() {
        return group;
    }

    /** The one whose documents are read. */
    Feed feed() {
        return feed;
    }

    synchronized void start() {
        feed.start();
        running = true;
    }

    /** Returns when nothing is being written any more. */
    synchronized void stop() {
        running = false;
        feed.stop();
        Feed coming = next;
        if (coming != null) {
            coming.stop();
            next = null;
        }
    }

    /** Guard up to which all segments are, on whichever node; 0 while that is not known. */
    long reached() {
        Feed asked = feed;
        long reached = asked.reached();
        promised.accumulate(reached);
        // who changes over looks at what was promised after it has said so
        return changingOver || feed != asked ? 0 : reached;
    }

    /** Tells the other nodes how far this one is. */
    void publish() {
        feed.publish();
        Feed coming = next;
        if (coming != null) {
            coming.publish();
        }
    }

    /** Lets the feeds of a generation begin after that commit, on whichever node. */
    void begin(Generation generation, long position) {
        long guard = position == 0 ? 0 : Recorded.guardAfter(position) - 1;
        tokens.initializeTokenSegments(
                Feed.name(group, generation), settings.segments(), new GlobalSequenceTrackingToken(guard));
    }

    /**
     * Changes over to the generation that is in use by now, as soon as its documents have what anybody has waited for: so
     * nobody who has waited for something is shown less after. The end of the log is no mark for that: while nodes write it is
     * always a little further.
     *
     * @return false when there is still one to be changed over to
     */
    synchronized boolean follow() {
        Feed coming = next;
        if (coming == null) {
            Generation current = group.current();
            if (current.number() == feed.generation().number()) {
                return true;
            }
            if (!running) {
                group.use(current);
                feed = feed(current);
                return true;
            }
            coming = feed(current);
            next = coming;
            nextFrom = end();
            coming.start();
        }
        coming.publish();
        return coming.reached() >= Math.max(nextFrom, feed.reached()) && changeOver(coming);
    }

    private boolean changeOver(Feed coming) {
        changingOver = true;
        try {
            if (coming.reached() < promised.get()) {
                return false;
            }
            Feed old = feed;
            group.use(coming.generation());
            feed = coming;
            next = null;
            old.stop();
            return true;
        } finally {
            changingOver = false;
        }
    }

    /** Guard of the log's last event. */
    private long end() {
        return log.commit(log.tail().position()).map(Commit::lastGuard).orElse(0L);
    }

    @Override
    public void close() {
        stop();
        coordinator.shutdownNow();
        workers.shutdownNow();
    }
}
