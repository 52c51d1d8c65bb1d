package org.cadreledger.projecting;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.log.Recorded;
import org.cadreledger.read.ReadSide;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.LogMessageSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** All processors of the read side of this node. */
public final class Projectors implements ReadSide, SmartLifecycle, AutoCloseable {
    /** Only what no batch announces, a claim or a quiet segment, waits for this. */
    private static final long LOOK_AGAIN_MILLIS = 4;

    private static final long NOT_WRITTEN_YET_MILLIS = 20;

    private static final double MILLIS_A_SECOND = 1_000;

    private final CommitLog log;
    private final LogMessageSource source;
    private final List<Projector> projectors;
    private final @Nullable Nodes nodes;
    private @Nullable NodeWatch watch;
    private volatile boolean running;

    /** Of the only node. */
    Projectors(
            List<ProjectionGroup> groups,
            CommitLog log,
            LogMessageSource source,
            TokenStore tokens,
            ProcessorSettings settings) {
        this(groups, log, source, tokens, settings, SharedMarks.alone(), null);
    }

    /** @param nodes null for the only one */
    Projectors(
            List<ProjectionGroup> groups,
            CommitLog log,
            LogMessageSource source,
            TokenStore tokens,
            ProcessorSettings settings,
            SharedMarks shared,
            @Nullable Nodes nodes) {
        this.log = log;
        this.nodes = nodes;
        this.source = source;
        this.projectors = groups.stream()
                .map(group -> new Projector(group, log, source, tokens, shared, settings))
                .toList();
    }

    List<Projector> all() {
        return projectors;
    }

    Optional<Projector> named(String group) {
        return projectors.stream()
                .filter(projector -> projector.group().name().equals(group))
                .findFirst();
    }

    @Override
    public boolean await(long position, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (Projector projector : projectors) {
                if (!await(projector, position, deadline)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean await(Projector projector, long position, long deadline) throws InterruptedException {
        OptionalLong last = position <= 0 ? OptionalLong.of(0) : OptionalLong.empty();
        while (true) {
            // as long as the commit's last event is not known, only a later commit proves that it was taken
            Watermarks watermarks = projector.feed().watermarks();
            long seen = watermarks.news();
            long target = last.orElse(Recorded.guardAfter(position));
            if (projector.reached() >= target) {
                return true;
            }
            if (System.nanoTime() >= deadline) {
                return false;
            }
            if (last.isEmpty()) {
                last = log.commit(position).stream()
                        .mapToLong(Commit::lastGuard)
                        .findFirst();
                if (last.isPresent()) {
                    continue;
                }
            }
            watermarks.awaitNews(seen, last.isEmpty() ? NOT_WRITTEN_YET_MILLIS : LOOK_AGAIN_MILLIS);
        }
    }

    /** Events that the slowest segment of a group has still to take. */
    long eventsBehind(Projector projector) {
        return source.eventsAfter(projector.reached());
    }

    /** Age of the oldest commit that the slowest segment of a group has still to take; 0 when there is none. */
    double secondsBehind(Projector projector, Clock clock) {
        return log.commit(position(projector) + 1)
                .map(commit -> Duration.between(commit.at(), clock.instant()))
                .map(age -> Math.max(0, age.toMillis() / MILLIS_A_SECOND))
                .orElse(0.0);
    }

    static long position(Projector projector) {
        return projector.reached() / Recorded.guardAfter(0);
    }

    @Override
    public void start() {
        projectors.forEach(Projector::start);
        watch = nodes == null ? null : new NodeWatch(projectors, nodes);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        endWatch();
        projectors.forEach(Projector::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void close() {
        endWatch();
        projectors.forEach(Projector::close);
    }

    private void endWatch() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }
}
