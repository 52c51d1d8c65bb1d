package org.cadreledger.embedded;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Byte strings in unsigned lexicographic order, as the file's maps sort them. */
final class Bytes {
    static final byte[] NONE = {};
    private static final int BYTE_MASK = 0xFF;

    private Bytes() {}

    static byte[] join(byte[] head, byte[] tail) {
        byte[] joined = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, joined, head.length, tail.length);
        return joined;
    }

    /** The first byte string after everything that starts with this prefix; null when nothing comes after. */
    static byte @Nullable [] after(byte[] prefix) {
        for (int i = prefix.length - 1; i >= 0; i--) {
            if ((prefix[i] & BYTE_MASK) != BYTE_MASK) {
                byte[] next = Arrays.copyOf(prefix, i + 1);
                next[i]++;
                return next;
            }
        }
        return null;
    }

    /** Turns the order round: prefix-free codes stay prefix-free. */
    static byte[] inverted(byte[] bytes) {
        byte[] result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[i] = (byte) ~bytes[i];
        }
        return result;
    }
}
