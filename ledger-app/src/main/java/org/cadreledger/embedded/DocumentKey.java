package org.cadreledger.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Where a document stands in its collection: the code of its `_id`. */
final class DocumentKey {
    private static final int ROW_BITS = 10;
    private static final AtomicLong LAST_ROW = new AtomicLong();

    final byte[] bytes;

    DocumentKey(byte[] bytes) {
        this.bytes = bytes;
    }

    static DocumentKey of(Document document) {
        return new DocumentKey(KeyCode.of(document.get("_id")));
    }

    /**
     * The place of a document that comes in; gives it an id when it has none.
     *
     * @param idField null for a collection without ids: its rows keep the order they came in
     */
    static DocumentKey forNew(Document document, @Nullable String idField) {
        if (idField == null) {
            long row = LAST_ROW.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis() << ROW_BITS));
            return new DocumentKey(KeyCode.of(row));
        }
        if (!document.containsKey(idField)) {
            document.put(idField, new ObjectId());
        }
        return new DocumentKey(KeyCode.of(document.get(idField)));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DocumentKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
