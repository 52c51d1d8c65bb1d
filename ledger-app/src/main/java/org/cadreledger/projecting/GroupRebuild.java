package org.cadreledger.projecting;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.cadreledger.documents.Generation;
import org.cadreledger.documents.Parts;
import org.cadreledger.documents.Rebuild;
import org.cadreledger.log.Recorded;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.StoredEvent;

/**
 * One rebuild of one group: folds the log into new documents and puts them in use, from where the feeds of all nodes go on.
 */
final class GroupRebuild {
    private static final int PAGE = 500;

    /** The feeds begin at most so many commits behind. */
    private static final long NEAR = 500;

    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Projector projector;
    private final CommitLog log;
    private volatile long done;

    GroupRebuild(Projector projector, CommitLog log) {
        this.projector = projector;
        this.log = log;
    }

    /** Commits taken so far; a log whose documents do not fit in memory is gone through several times. */
    long done() {
        return done;
    }

    void run() {
        run(projector.group().rebuild());
    }

    void run(Rebuild rebuild) {
        Generation old;
        try {
            long end = log.tail().position();
            do {
                done = 0;
                take(rebuild, end);
            } while (rebuild.nextRound());
            rebuild.compute();
            // boards may take a while, and the log goes on
            while (log.tail().position() - done > NEAR) {
                take(rebuild, log.tail().position());
                rebuild.store();
            }
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

    private void take(Rebuild rebuild, long to) {
        while (done < to) {
            List<Commit> read = log.history(done, PAGE);
            if (read.isEmpty()) {
                throw new IllegalStateException("the log ends before its tail, after " + done);
            }
            // a sealed range is not cut where this one ends
            List<Commit> page =
                    read.stream().filter(commit -> commit.position() <= to).toList();
            take(rebuild, page);
            done = page.getLast().position();
            rebuild.keepWithin((double) done / to);
        }
    }

    private record Place(Commit commit, int index) {}

    /** What belongs to counties, and only what is folded in this round: decoding is most of the work. */
    private void take(Rebuild rebuild, List<Commit> page) {
        List<List<Place>> wanted = IntStream.range(0, Parts.COUNT)
                .<List<Place>>mapToObj(part -> new ArrayList<>())
                .toList();
        for (Commit commit : page) {
            for (int index = 0; index < commit.events().size(); index++) {
                StoredEvent event = commit.events().get(index);
                if (event.jurisdiction() != null) {
                    wanted.get(Parts.of(event.stream())).add(new Place(commit, index));
                }
            }
        }
        IntStream.range(0, Parts.COUNT)
                .filter(part -> rebuild.takes(part) && !wanted.get(part).isEmpty())
                .parallel()
                .forEach(part -> rebuild.take(part, decoded(wanted.get(part))));
    }

    private List<Recorded<?>> decoded(List<Place> places) {
        List<Recorded<?>> events = new ArrayList<>(places.size());
        places.forEach(place -> events.add(log.decode(place.commit(), place.index())));
        return events;
    }
}
