package org.cadreledger.embedded;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Where a document stands in its collection: the code of its `_id`. */
final class DocumentKey {
    final byte[] bytes;

    DocumentKey(byte[] bytes) {
        this.bytes = bytes;
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
