package org.cadreledger.projecting;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.cadreledger.documents.Generation;
import org.cadreledger.documents.Rebuild;
import org.cadreledger.log.Recorded;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitLog;

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

    /** Commits taken so far. */
    long done() {
        return done;
    }

    void run() {
        Rebuild rebuild = projector.group().rebuild();
        Generation old;
        try {
            do {
                take(rebuild, log.tail().position());
                // boards may take a while, and the log goes on
                rebuild.store();
            } while (log.tail().position() - done > NEAR);
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
            // a sealed range is long
            for (int from = 0; from < read.size(); from += PAGE) {
                List<Commit> page = read.subList(from, Math.min(read.size(), from + PAGE));
                rebuild.take(decoded(page));
                done = page.getLast().position();
            }
        }
    }

    /** What belongs to counties, in order; decoding is most of the work, so all processors share it. */
    private List<Recorded<?>> decoded(List<Commit> page) {
        return page.parallelStream()
                .map(log::decode)
                .flatMap(List::stream)
                .filter(recorded -> recorded.jurisdiction() != null)
                .collect(Collectors.toList());
    }
}
