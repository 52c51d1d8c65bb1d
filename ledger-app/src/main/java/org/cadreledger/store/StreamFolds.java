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

    /** Null when other processes may write the log: then each call asks it. */
    private final @Nullable StreamEnds ends;

    /**
     * @param capacity folds kept; the longest unused goes first
     * @param soleWriter whether only this process writes the log: a stream that nobody wrote to is not read again then
     */
    public StreamFolds(CommitLog log, int capacity, boolean soleWriter) {
        this.log = log;
        this.capacity = capacity;
        this.ends = soleWriter ? new StreamEnds(capacity) : null;
        if (ends != null) {
            log.onWritten(ends);
        }
    }

    /**
     * The state of the whole stream as it is in the log now.
     *
     * @param kind name of this fold; the same kind must always come with the same {@code initial} and {@code evolve}
     */
    @SuppressWarnings("unchecked")
    public <S> S fold(String kind, String stream, S initial, BiFunction<S, Recorded<Object>, S> evolve) {
        Key key = new Key(kind, stream);
        State known = get(key);
        S value = known == null ? initial : (S) known.value();
        long next = known == null ? 0 : known.next();
        StreamEnds.End end = ends == null ? null : ends.watch(stream);
        if (end != null && end.isAt(next)) {
            return value;
        }
        List<Recorded<Object>> news = log.streamSince(stream, next);
        for (Recorded<Object> event : news) {
            value = evolve.apply(value, event);
            next = event.sequence() + 1;
        }
        if (!news.isEmpty()) {
            put(key, new State(value, next));
        }
        if (end == null) {
            ReadStreams.note(stream, next);
        } else {
            StreamEnds.found(end, next);
        }
        return value;
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
