package org.cadreledger.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Immutable values in memory up to a weight, those lately used. For all threads. */
public final class Kept<K, V> {
    private final int most;
    private final ToIntFunction<V> weight;
    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);
    private long total;

    /**
     * @param most of the sum of weights; one value alone may weigh more
     * @param weight of a value, for example its number of rows; at least 0
     */
    public Kept(int most, ToIntFunction<V> weight) {
        this.most = most;
        this.weight = weight;
    }

    public synchronized @Nullable V get(K key) {
        return values.get(key);
    }

    public synchronized void put(K key, V value) {
        V before = values.put(key, value);
        total += weight.applyAsInt(value) - (before == null ? 0 : weight.applyAsInt(before));
        for (var eldest = values.entrySet().iterator(); total > most && values.size() > 1; ) {
            total -= weight.applyAsInt(eldest.next().getValue());
            eldest.remove();
        }
    }
}
