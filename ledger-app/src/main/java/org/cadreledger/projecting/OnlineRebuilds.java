package org.cadreledger.projecting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.cadreledger.documents.StaleDocuments;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.store.CommitLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One rebuild at a time, in the background. */
final class OnlineRebuilds implements Rebuilds, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OnlineRebuilds.class);

    private final Projectors projectors;
    private final CommitLog log;
    private final Clock clock;
    private final Map<String, Run> runs = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("rebuild").factory());

    /** @param finishedAt null while under way */
    private record Run(
            State state,
            GroupRebuild rebuild,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String fault) {}

    OnlineRebuilds(Projectors projectors, CommitLog log, Clock clock) {
        this.projectors = projectors;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Progress start(String name) {
        Projector projector = projectors.named(name).orElseThrow(() -> Refusal.of(Reason.NOT_FOUND, name));
        Run begun = new Run(State.REBUILDING, new GroupRebuild(projector, log), clock.instant(), null, null);
        Run standing = runs.compute(name, (key, old) -> old != null && old.state() == State.REBUILDING ? old : begun);
        if (!standing.equals(begun)) {
            throw Refusal.of(Reason.WRONG_STATE, name);
        }
        worker.execute(() -> run(name, begun));
        return progress(projector, log.tail().position());
    }

    private void run(String name, Run begun) {
        try {
            begun.rebuild().run();
            runs.put(name, finished(begun, State.REBUILT, null));
            LOG.info("{} rebuilt from {} commits", name, begun.rebuild().done());
        } catch (StaleDocuments e) {
            // what was asked for is there
            runs.put(name, finished(begun, State.REBUILT, null));
            LOG.info("{} was rebuilt by another node meanwhile", name);
        } catch (RuntimeException e) {
            LOG.error("rebuild of {} failed", name, e);
            runs.put(name, finished(begun, State.FAILED, e.toString()));
        }
    }

    private Run finished(Run begun, State state, @Nullable String fault) {
        return new Run(state, begun.rebuild(), begun.startedAt(), clock.instant(), fault);
    }

    @Override
    public List<Progress> status() {
        long tail = log.tail().position();
        return projectors.all().stream()
                .map(projector -> progress(projector, tail))
                .toList();
    }

    private Progress progress(Projector projector, long tail) {
        String name = projector.group().name();
        int generation = projector.group().active().number();
        Run run = runs.get(name);
        if (run == null) {
            return new Progress(name, generation, State.IN_USE, Projectors.position(projector), tail, null, null, null);
        }
        long done = run.state() == State.REBUILDING ? run.rebuild().done() : Projectors.position(projector);
        return new Progress(name, generation, run.state(), done, tail, run.startedAt(), run.finishedAt(), run.fault());
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
