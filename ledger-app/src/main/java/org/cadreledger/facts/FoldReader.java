package org.cadreledger.facts;

import java.util.function.BiFunction;
import org.cadreledger.log.Recorded;

/** Folds a whole stream as it is in the log now. The store's reader keeps folds in memory and only catches up. */
public interface FoldReader {
    /**
     * @param kind name of this fold; the same kind must always come with the same {@code initial} and {@code evolve}
     * @param initial the state before the first event; states must be immutable
     */
    <S> S fold(String kind, String stream, S initial, BiFunction<S, Recorded<Object>, S> evolve);
}
