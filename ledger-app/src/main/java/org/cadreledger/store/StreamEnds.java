package org.cadreledger.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where streams end, as far as this process knows, and the latest commits by stream. A commit of its own is noted before it
 * is acknowledged, so whoever asks after an acknowledgement is told of it; {@link OthersCommits} notes those of other
 * processes.
 */
final class StreamEnds implements CommitListener {
    /** Commits kept: some seconds of a busy day. */
    private static final int LATEST = 4_096;

    private final Map<String, End> ends = new LinkedHashMap<>(64, 0.75f, true);
    private final int capacity;
    private final Deque<Commit> latest = new ArrayDeque<>();
    private final Map<String, Deque<Commit>> latestOf = new HashMap<>();

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

    /** The latest commits with events of that stream, in the order in which they were noted. */
    synchronized List<Commit> latest(String stream) {
        Deque<Commit> known = latestOf.get(stream);
        return known == null ? List.of() : new ArrayList<>(known);
    }

    /** As if the stream had never been watched. */
    synchronized void forget(String stream) {
        ends.remove(stream);
        latestOf.remove(stream);
    }

    /** As if no stream had ever been watched: of the commits that follow, some will not be noted. */
    synchronized void forget() {
        ends.clear();
        latest.clear();
        latestOf.clear();
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
            keep(commit);
        }
    }

    private void keep(Commit commit) {
        latest.addLast(commit);
        for (String stream : streams(commit)) {
            latestOf.computeIfAbsent(stream, ignored -> new ArrayDeque<>()).addLast(commit);
        }
        if (latest.size() > LATEST) {
            drop(latest.removeFirst());
        }
    }

    private void drop(Commit oldest) {
        for (String stream : streams(oldest)) {
            Deque<Commit> known = latestOf.get(stream);
            if (known != null) {
                // what was forgotten meanwhile is not there
                known.removeFirstOccurrence(oldest);
                if (known.isEmpty()) {
                    latestOf.remove(stream);
                }
            }
        }
    }

    private static Set<String> streams(Commit commit) {
        Set<String> streams = new HashSet<>();
        commit.events().forEach(event -> streams.add(event.stream()));
        return streams;
    }
}
