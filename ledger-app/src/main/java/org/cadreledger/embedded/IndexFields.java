package org.cadreledger.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads an index's key or, for an array, keys out of a document. At most one of its fields may be an array. */
record IndexFields(List<IndexKey> keys) {
    private static final byte[] EMPTY_ARRAY = {KeyCode.EMPTY_ARRAY};

    IndexFields {
        keys = List.copyOf(keys);
    }

    /** The distinct keys in order, each with the values it was made of (for messages). */
    List<Map.Entry<byte[], KeyValue>> of(Document document) {
        List<@Nullable Object> values = new ArrayList<>(keys.size());
        int array = -1;
        for (int i = 0; i < keys.size(); i++) {
            Object value = Utils.getSubdocumentValueCollectionAware(
                    document, keys.get(i).getKey());
            if (value instanceof Collection) {
                if (array >= 0) {
                    throw new CannotIndexParallelArraysError(
                            List.of(keys.get(array).getKey(), keys.get(i).getKey()));
                }
                array = i;
            }
            values.add(value instanceof Missing ? null : value);
        }
        if (array < 0) {
            return List.of(entry(values, -1));
        }
        return ofArray(values, array);
    }

    private List<Map.Entry<byte[], KeyValue>> ofArray(List<@Nullable Object> values, int array) {
        Collection<?> items = (Collection<?>) values.get(array);
        if (items == null || items.isEmpty()) {
            return List.of(entry(values, array));
        }
        TreeMap<byte[], KeyValue> distinct = new TreeMap<>(java.util.Arrays::compareUnsigned);
        for (Object item : items) {
            List<@Nullable Object> single = new ArrayList<>(values);
            single.set(array, item instanceof Missing ? null : item);
            Map.Entry<byte[], KeyValue> entry = entry(single, -1);
            distinct.putIfAbsent(entry.getKey(), entry.getValue());
        }
        return List.copyOf(distinct.entrySet());
    }

    private Map.Entry<byte[], KeyValue> entry(List<@Nullable Object> values, int emptyArray) {
        byte[] key = Bytes.NONE;
        for (int i = 0; i < keys.size(); i++) {
            byte[] code = i == emptyArray ? EMPTY_ARRAY : KeyCode.of(values.get(i));
            key = Bytes.join(key, keys.get(i).isAscending() ? code : Bytes.inverted(code));
        }
        return Map.entry(key, new KeyValue(values));
    }

    boolean hasAny(Document document) {
        return keys.stream()
                .anyMatch(
                        key -> !(Utils.getSubdocumentValueCollectionAware(document, key.getKey()) instanceof Missing));
    }
}
