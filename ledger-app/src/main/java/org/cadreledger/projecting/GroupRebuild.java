package org.cadreledger.projecting;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
            List<Commit> page = log.commits(done, (int) Math.min(PAGE, to - done));
            if (page.isEmpty()) {
                throw new IllegalStateException("the log ends before its tail, after " + done);
            }
            List<Recorded<?>> events = new ArrayList<>();
            for (Commit commit : page) {
                for (Recorded<Object> recorded : log.decode(commit)) {
                    if (recorded.jurisdiction() != null) {
                        events.add(recorded);
                    }
                }
            }
            rebuild.take(events);
            done = page.getLast().position();
        }
    }
}
