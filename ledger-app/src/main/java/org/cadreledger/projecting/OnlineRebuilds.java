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
            Rebuilding rebuilding,
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
        begin(List.of(projector(name)));
        return progress(projector(name), log.tail().position());
    }

    @Override
    public void start(List<String> names) {
        if (!names.isEmpty()) {
            begin(names.stream().map(this::projector).toList());
        }
    }

    private Projector projector(String name) {
        return projectors.named(name).orElseThrow(() -> Refusal.of(Reason.NOT_FOUND, name));
    }

    private synchronized void begin(List<Projector> groups) {
        Run begun = new Run(State.REBUILDING, new Rebuilding(groups, log), clock.instant(), null, null);
        for (Projector group : groups) {
            Run old = runs.get(group.group().name());
            if (old != null && old.state() == State.REBUILDING) {
                throw Refusal.of(Reason.WRONG_STATE, group.group().name());
            }
        }
        groups.forEach(group -> runs.put(group.group().name(), begun));
        worker.execute(() -> run(groups, begun));
    }

    private void run(List<Projector> groups, Run begun) {
        try {
            begun.rebuilding().fold(projector -> projector.group().rebuild());
        } catch (RuntimeException e) {
            groups.forEach(group -> failed(group, begun, e));
            return;
        }
        groups.forEach(group -> putInUse(group, begun));
    }

    private void putInUse(Projector projector, Run begun) {
        String name = projector.group().name();
        try {
            begun.rebuilding().putInUse(projector);
            runs.put(name, finished(begun, State.REBUILT, null));
            LOG.info("{} rebuilt from {} commits", name, begun.rebuilding().done());
        } catch (StaleDocuments e) {
            // what was asked for is there
            runs.put(name, finished(begun, State.REBUILT, null));
            LOG.info("{} was rebuilt by another node meanwhile", name);
        } catch (RuntimeException e) {
            failed(projector, begun, e);
        }
    }

    private void failed(Projector projector, Run begun, RuntimeException fault) {
        String name = projector.group().name();
        LOG.error("rebuild of {} failed", name, fault);
        runs.put(name, finished(begun, State.FAILED, fault.toString()));
    }

    private Run finished(Run begun, State state, @Nullable String fault) {
        return new Run(state, begun.rebuilding(), begun.startedAt(), clock.instant(), fault);
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
        long done = run.state() == State.REBUILDING ? run.rebuilding().done() : Projectors.position(projector);
        return new Progress(name, generation, run.state(), done, tail, run.startedAt(), run.finishedAt(), run.fault());
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
