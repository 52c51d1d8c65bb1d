package org.cadreledger.projecting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.cadreledger.documents.Generation;
import org.cadreledger.documents.Parts;
import org.cadreledger.documents.Rebuild;
import org.cadreledger.log.Recorded;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.StoredEvent;

/**
 * One rebuild of one or several groups: goes through the log once for all of them, folds it into new documents and puts them
 * in use, from where the feeds of all nodes go on.
 */
final class Rebuilding {
    private static final int PAGE = 500;

    /** The feeds begin at most so many commits behind. */
    private static final long NEAR = 500;

    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final List<Projector> projectors;
    private final CommitLog log;
    private final Map<Projector, Rebuild> rebuilds = new LinkedHashMap<>();
    private volatile long done;

    /** @throws IllegalArgumentException without any group: the log would be gone through for nothing */
    Rebuilding(List<Projector> projectors, CommitLog log) {
        if (projectors.isEmpty()) {
            throw new IllegalArgumentException("no group to rebuild");
        }
        this.projectors = projectors;
        this.log = log;
    }

    /** Commits taken so far; a log whose documents do not fit in memory is gone through several times. */
    long done() {
        return done;
    }

    /** Folds for all groups, then puts each in use. */
    void run() {
        fold(projector -> projector.group().rebuild());
        projectors.forEach(this::putInUse);
    }

    /** Makes the new documents of all groups; on failure none are left. */
    void fold(Function<Projector, Rebuild> begin) {
        try {
            projectors.forEach(projector -> rebuilds.put(projector, begin.apply(projector)));
            long end = log.tail().position();
            List<Rebuild> open = List.copyOf(rebuilds.values());
            while (!open.isEmpty()) {
                done = 0;
                take(open, end);
                open = open.stream().filter(Rebuild::nextRound).toList();
            }
            rebuilds.values().forEach(Rebuild::compute);
            // boards may take a while, and the log goes on
            while (log.tail().position() - done > NEAR) {
                take(List.copyOf(rebuilds.values()), log.tail().position());
                rebuilds.values().forEach(Rebuild::store);
            }
        } catch (RuntimeException e) {
            rebuilds.values().forEach(Rebuild::discard);
            throw e;
        }
    }

    /**
     * Puts the new documents of one group in use and returns when this node reads them.
     *
     * @throws org.cadreledger.documents.StaleDocuments when another node has put others in use meanwhile
     */
    void putInUse(Projector projector) {
        Rebuild rebuild = rebuilds.get(projector);
        if (rebuild == null) {
            throw new IllegalArgumentException("not folded");
        }
        Generation old;
        try {
            projector.begin(rebuild.next(), done);
            old = rebuild.activate();
        } catch (RuntimeException e) {
            rebuild.discard();
            throw e;
        }
        while (!projector.follow() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        projector.group().removeWhenUnread(old);
    }

    private void take(List<Rebuild> into, long to) {
        while (done < to) {
            List<Commit> read = log.history(done, PAGE);
            if (read.isEmpty()) {
                throw new IllegalStateException("the log ends before its tail, after " + done);
            }
            // a sealed range is not cut where this one ends
            List<Commit> page =
                    read.stream().filter(commit -> commit.position() <= to).toList();
            take(into, page);
            done = page.getLast().position();
            long all = into.stream().mapToLong(Rebuild::bytes).sum();
            into.forEach(rebuild -> rebuild.keepWithin((double) done / to, all - rebuild.bytes()));
        }
    }

    private record Place(Commit commit, int index) {}

    /** What belongs to counties, and only what is folded in this round: decoding is most of the work. */
    private void take(List<Rebuild> into, List<Commit> page) {
        List<List<Rebuild>> taking = IntStream.range(0, Parts.COUNT)
                .mapToObj(part ->
                        into.stream().filter(rebuild -> rebuild.takes(part)).toList())
                .toList();
        List<List<Place>> wanted =
                taking.stream().<List<Place>>map(part -> new ArrayList<>()).toList();
        for (Commit commit : page) {
            for (int index = 0; index < commit.events().size(); index++) {
                StoredEvent event = commit.events().get(index);
                int part = Parts.of(event.stream());
                if (event.jurisdiction() != null && !taking.get(part).isEmpty()) {
                    wanted.get(part).add(new Place(commit, index));
                }
            }
        }
        IntStream.range(0, Parts.COUNT)
                .filter(part -> !wanted.get(part).isEmpty())
                .parallel()
                .forEach(part -> {
                    List<Recorded<?>> events = decoded(wanted.get(part));
                    taking.get(part).forEach(rebuild -> rebuild.take(part, events));
                });
    }

    private List<Recorded<?>> decoded(List<Place> places) {
        List<Recorded<?>> events = new ArrayList<>(places.size());
        places.forEach(place -> events.add(log.decode(place.commit(), place.index())));
        return events;
    }
}
