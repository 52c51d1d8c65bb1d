package org.cadreledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

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
            collection.data().map.forEach((position, bytes) -> {
                Document document = BsonBytes.decode(bytes);
                assertThat(KeyCode.of(document.get("_id"))).isEqualTo(position);
                for (byte[] key : index.keysOf(document)) {
                    expected.put(index.isUnique() ? key : Bytes.join(key, position), position);
                }
            });
            TreeMap<byte[], byte[]> actual = new TreeMap<>(Arrays::compareUnsigned);
            index.map.map.forEach(actual::put);
            actual.remove(RangeIndex.SEVERAL_KEYS_MARK);
            assertThat(hex(actual)).as(index.getName()).isEqualTo(hex(expected));
        }
    }

    private static List<String> hex(Map<byte[], byte[]> map) {
        return map.entrySet().stream()
                .map(e -> Arrays.toString(e.getKey()) + "=" + Arrays.toString(e.getValue()))
                .toList();
    }
}
