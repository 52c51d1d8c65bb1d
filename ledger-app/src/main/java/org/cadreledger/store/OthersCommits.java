package org.cadreledger.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Notes what other processes have written. The log is asked once for all who want to know at the same time: who waits is
 * content with a question that was put after it came.
 */
final class OthersCommits implements CommitListener {
    private static final int PAGE = 1_000;

    private final CommitLog log;
    private final StreamEnds ends;
    private final ReentrantLock asking = new ReentrantLock();

    /** All commits up to that position are noted. */
    private final AtomicLong noted;

    /** Questions that were put; those that were answered. Both are written under the lock. */
    private volatile long put;

    private volatile long answered;

    OthersCommits(CommitLog log, StreamEnds ends) {
        this.log = log;
        this.ends = ends;
        this.noted = new AtomicLong(log.tail().position());
    }

    /** Returns when everything that was in the log at the time of the call is noted. */
    void catchUp() {
        long enough = put + 1;
        asking.lock();
        try {
            if (answered < enough) {
                long question = put + 1;
                put = question;
                ask();
                answered = question;
            }
        } finally {
            asking.unlock();
        }
    }

    private void ask() {
        List<Commit> news = log.commits(noted.get(), PAGE);
        if (news.size() == PAGE) {
            // long behind: what is asked for is read again, sooner than all that others have written
            long tail = log.tail().position();
            ends.forget();
            noted.accumulateAndGet(tail, Math::max);
        } else if (!news.isEmpty()) {
            ends.written(news);
            noted.accumulateAndGet(news.getLast().position(), Math::max);
        }
    }

    /** Own commits need not be read when nobody else's lie between. */
    @Override
    public void written(List<Commit> commits) {
        ends.written(commits);
        noted.compareAndSet(commits.getFirst().position() - 1, commits.getLast().position());
    }
}
