package org.cadreledger.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * Folds of streams for facts that a decision needs fresh: kept in memory, and caught up with the log on each call. The
 * folded states must be immutable.
 */
public final class StreamFolds {

    private final CommitLog log;
    private final int capacity;
    private final Map<Key, State> states = new LinkedHashMap<>(64, 0.75f, true);

    private record Key(String kind, String stream) {}

    private record State(Object value, long next) {}

    private final StreamEnds ends;

    /** Null when no other process writes the log. */
    private final @Nullable OthersCommits others;

    /**
     * @param capacity folds kept; the longest unused goes first
     * @param soleWriter whether only this process writes the log: it is not asked then for what others have written
     */
    public StreamFolds(CommitLog log, int capacity, boolean soleWriter) {
        this.log = log;
        this.capacity = capacity;
        this.ends = new StreamEnds(capacity);
        this.others = soleWriter ? null : new OthersCommits(log, ends);
        log.onWritten(others == null ? ends : others);
    }

    /**
     * The state of the whole stream as it is in the log now; within a unit of work, at least as it was when that first asked.
     *
     * @param kind name of this fold; the same kind must always come with the same {@code initial} and {@code evolve}
     */
    @SuppressWarnings("unchecked")
    public <S> S fold(String kind, String stream, S initial, BiFunction<S, Recorded<Object>, S> evolve) {
        catchUp();
        Key key = new Key(kind, stream);
        State known = get(key);
        S value = known == null ? initial : (S) known.value();
        long next = known == null ? 0 : known.next();
        StreamEnds.End end = ends.watch(stream);
        if (end.isAt(next)) {
            note(stream, next);
            return value;
        }
        List<Recorded<Object>> news = news(stream, next);
        for (Recorded<Object> event : news) {
            value = evolve.apply(value, event);
            next = event.sequence() + 1;
        }
        if (!news.isEmpty()) {
            put(key, new State(value, next));
        }
        StreamEnds.found(end, next);
        note(stream, next);
        return value;
    }

    /** From memory when the latest commits reach back so far, else from the log. */
    private List<Recorded<Object>> news(String stream, long next) {
        List<Recorded<Object>> latest = log.events(ends.latest(stream), stream, next);
        for (int i = 0; i < latest.size(); i++) {
            if (latest.get(i).sequence() != next + i) {
                return log.streamSince(stream, next);
            }
        }
        return latest.isEmpty() ? log.streamSince(stream, next) : latest;
    }

    /** Whether that is known to be the sequence of the stream's next event; as fresh as a fold. */
    public boolean isEnd(String stream, long next) {
        catchUp();
        return ends.watch(stream).isAt(next);
    }

    /** The stream is in the log up to before that sequence, as its writer was told. */
    public void reached(String stream, long next) {
        StreamEnds.found(ends.watch(stream), next);
    }

    /** The stream is read again by its next fold. */
    public void doubt(String stream) {
        ends.forget(stream);
    }

    private void catchUp() {
        if (others != null && ReadStreams.beginsNow()) {
            others.catchUp();
        }
    }

    /** Only other nodes can go on with a stream unseen. */
    private void note(String stream, long next) {
        if (others != null) {
            ReadStreams.note(stream, next);
        }
    }

    private synchronized @Nullable State get(Key key) {
        return states.get(key);
    }

    private synchronized void put(Key key, State state) {
        State other = states.get(key);
        if (other == null || other.next() < state.next()) {
            states.put(key, state);
        }
        if (states.size() > capacity) {
            var eldest = states.entrySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }
}
