package org.cadreledger.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where streams end, as far as this process knows because it writes the log alone (the embedded database). A commit is
 * noted before it is acknowledged, so whoever asks after an acknowledgement is told of it.
 */
final class StreamEnds implements CommitListener {
    private final Map<String, End> ends = new LinkedHashMap<>(64, 0.75f, true);
    private final int capacity;

    /** The sequence that the stream's next event will have; before the first read found it, less than that. */
    static final class End {
        private long next = -1;

        private End() {}

        private synchronized void atLeast(long sequence) {
            next = Math.max(next, sequence);
        }

        synchronized boolean isAt(long sequence) {
            return next == sequence;
        }
    }

    StreamEnds(int capacity) {
        this.capacity = capacity;
    }

    /** To be asked for before the stream is read: then no write that the read misses goes unnoted. */
    synchronized End watch(String stream) {
        End end = ends.computeIfAbsent(stream, ignored -> new End());
        if (ends.size() > capacity) {
            var eldest = ends.entrySet().iterator();
            eldest.next();
            eldest.remove();
        }
        return end;
    }

    /** What a read of the watched stream found. */
    static void found(End end, long next) {
        end.atLeast(next);
    }

    @Override
    public synchronized void written(List<Commit> commits) {
        for (Commit commit : commits) {
            for (StoredEvent event : commit.events()) {
                End end = ends.get(event.stream());
                if (end != null) {
                    end.atLeast(event.sequence() + 1);
                }
            }
        }
    }
}
