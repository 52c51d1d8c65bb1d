package org.cadreledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.h2.mvstore.Cursor;

/** Checks that a collection's indexes hold exactly what its documents say. */
final class Agreement {
    private Agreement() {}

    static void assertAgrees(EmbeddedMongo embedded, String database, String name) {
        StoredDatabase stored = (StoredDatabase) embedded.backend().resolveDatabase(database);
        StoredCollection collection = Objects.requireNonNull(stored.collection(name));
        for (RangeIndex index : collection.rangeIndexes()) {
            if (index instanceof IdIndex) {
                continue;
            }
            TreeMap<byte[], byte[]> expected = new TreeMap<>(Arrays::compareUnsigned);
            TreeMap<byte[], byte[]> actual = new TreeMap<>(Arrays::compareUnsigned);
            embedded.storage().read(view -> {
                each(view.of(collection.data()), (position, bytes) -> {
                    Document document = BsonBytes.decode(bytes);
                    assertThat(KeyCode.of(document.get("_id"))).isEqualTo(position);
                    for (byte[] key : index.keysOf(document)) {
                        expected.put(index.isUnique() ? key : Bytes.join(key, position), position);
                    }
                });
                each(view.of(index.map), actual::put);
                return index;
            });
            actual.remove(RangeIndex.SEVERAL_KEYS_MARK);
            if (!same(actual, expected)) { // in words only then: there are many
                assertThat(hex(actual)).as(index.getName()).isEqualTo(hex(expected));
            }
        }
    }

    private static void each(MapView view, BiConsumer<byte[], byte[]> visitor) {
        Cursor<byte[], byte[]> cursor = view.walk(null, false);
        while (cursor != null && cursor.hasNext()) {
            byte[] key = cursor.next();
            visitor.accept(key, cursor.getValue());
        }
    }

    private static boolean same(Map<byte[], byte[]> one, Map<byte[], byte[]> other) {
        return Arrays.deepEquals(one.keySet().toArray(), other.keySet().toArray())
                && Arrays.deepEquals(one.values().toArray(), other.values().toArray());
    }

    private static List<String> hex(Map<byte[], byte[]> map) {
        return map.entrySet().stream()
                .map(e -> Arrays.toString(e.getKey()) + "=" + Arrays.toString(e.getValue()))
                .toList();
    }
}
