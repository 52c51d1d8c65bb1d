package org.cadreledger.projecting;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How far each segment of a processor is, to the event and the moment: stored tokens and even the processor's own status
 * come later. Positions are guards. Waiters are woken by each batch.
 */
final class Watermarks {
    private static final class Mark {
        long delivered;
        long lastOwn;
        long written;

        /** Up to here nothing of the segment's own is still to be written. */
        long reached() {
            return lastOwn <= written ? Math.max(delivered, written) : written;
        }
    }

    private final Map<Integer, Mark> marks = new HashMap<>();
    private long news;

    /** @param own whether the segment has to handle the event */
    synchronized void delivered(int segment, long guard, boolean own) {
        Mark mark = marks.computeIfAbsent(segment, id -> new Mark());
        mark.delivered = Math.max(mark.delivered, guard);
        if (own) {
            mark.lastOwn = Math.max(mark.lastOwn, guard);
        } else if (mark.lastOwn <= mark.written) {
            announce();
        }
    }

    synchronized void written(int segment, long guard) {
        Mark mark = marks.computeIfAbsent(segment, id -> new Mark());
        mark.written = Math.max(mark.written, guard);
        announce();
    }

    /** Another node may go on with it, and it may come back later than where it was. */
    synchronized void released(int segment) {
        marks.remove(segment);
    }

    synchronized void clear() {
        marks.clear();
    }

    synchronized long of(int segment) {
        Mark mark = marks.get(segment);
        return mark == null ? 0 : mark.reached();
    }

    /** Grows with each news; for {@link #awaitNews}. */
    synchronized long news() {
        return news;
    }

    /** Returns when there is news after {@code seen}, or after that time. */
    synchronized void awaitNews(long seen, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (news == seen) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    private void announce() {
        news++;
        notifyAll();
    }
}
