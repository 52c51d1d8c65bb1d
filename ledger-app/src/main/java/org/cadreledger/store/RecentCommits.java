package org.cadreledger.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.cadreledger.log.Recorded;

/** The decoded end of the log, shared by all readers: without holes, bounded by its number of events. */
final class RecentCommits {

    private final int maxEvents;
    private final Deque<Entry> entries = new ArrayDeque<>();
    private int events;
    private volatile long last;

    record Entry(long position, List<TrackedEventMessage<?>> messages) {}

    /** Empty, at the end of a log of that length. */
    RecentCommits(int maxEvents, long last) {
        this.maxEvents = maxEvents;
        this.last = last;
    }

    /** Position up to which the log is known. */
    long last() {
        return last;
    }

    /** Adds the next commit; false when it is not the next. */
    synchronized boolean add(Entry entry) {
        if (entry.position() != last + 1) {
            return false;
        }
        entries.addLast(entry);
        events += entry.messages().size();
        while (events > maxEvents && entries.size() > 1) {
            events -= entries.removeFirst().messages().size();
        }
        last = entry.position();
        return true;
    }

    /** Up to {@code limit} commits after that position; empty when they are no longer, or not yet, held. */
    synchronized Optional<List<Entry>> after(long position, int limit) {
        if (entries.isEmpty() || position < entries.getFirst().position() - 1) {
            return position >= last ? Optional.of(List.of()) : Optional.empty();
        }
        List<Entry> found = new ArrayList<>();
        long skip = position - entries.getFirst().position() + 1;
        entries.stream().skip(Math.max(0, skip)).limit(limit).forEach(found::add);
        return Optional.of(found);
    }

    /** Events after that guard; of commits no longer held each counts as one. */
    synchronized long eventsAfter(long guard) {
        long position = Recorded.positionOf(guard);
        long firstHeld = entries.isEmpty() ? last + 1 : entries.getFirst().position();
        long behind = Math.max(0, firstHeld - 1 - position);
        var latest = entries.descendingIterator();
        while (latest.hasNext()) {
            Entry entry = latest.next();
            if (entry.position() < position) {
                break;
            }
            behind += entry.messages().stream()
                    .filter(message -> message.trackingToken().position().orElseThrow() > guard)
                    .count();
        }
        return behind;
    }
}
