package org.cadreledger.embedded;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Keys from `from` on that sort before `to`; no `to` means up to the end. */
final class KeyRange {
    static final KeyRange ALL = new KeyRange(new byte[] {1}, null);

    private final byte[] from;
    private final byte @Nullable [] to;

    KeyRange(byte[] from, byte @Nullable [] to) {
        this.from = from;
        this.to = to;
    }

    byte[] from() {
        return from;
    }

    byte @Nullable [] to() {
        return to;
    }

    /** Everything that starts with this code. */
    static KeyRange of(byte[] code) {
        return new KeyRange(code, Bytes.after(code));
    }

    boolean contains(byte[] key) {
        return Arrays.compareUnsigned(key, from) >= 0 && !isBeyond(key);
    }

    boolean isBeyond(byte[] key) {
        return to != null && Arrays.compareUnsigned(key, to) >= 0;
    }

    /** The same values where the index keeps them in descending order. */
    KeyRange inverted() {
        byte[] newFrom = to == null ? Bytes.NONE : Bytes.after(Bytes.inverted(to));
        return new KeyRange(newFrom == null ? Bytes.NONE : newFrom, Bytes.after(Bytes.inverted(from)));
    }

    KeyRange under(byte[] prefix) {
        return new KeyRange(Bytes.join(prefix, from), to == null ? Bytes.after(prefix) : Bytes.join(prefix, to));
    }
}
