package org.cadreledger.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow: lines of JSON on their way out. For one thread. */
final class JsonBytes {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int FIRST_PRINTABLE = 0x20;
    /** One byte becomes at most a backslash, u and four digits. */
    private static final int WORST_ESCAPE = 6;

    private byte[] bytes = new byte[1 << 12];
    private int length;

    JsonBytes plain(String ascii) {
        byte[] more = ascii.getBytes(StandardCharsets.UTF_8);
        need(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    JsonBytes number(long value) {
        return plain(Long.toString(value));
    }

    /** In quotes; only what must be escaped is. */
    JsonBytes string(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        need(utf8.length * WORST_ESCAPE + 2);
        bytes[length++] = '"';
        for (byte each : utf8) {
            if (each == '"' || each == '\\') {
                bytes[length++] = '\\';
                bytes[length++] = each;
            } else if (each >= 0 && each < FIRST_PRINTABLE) {
                plain("\\u00");
                bytes[length++] = HEX[each >> 4];
                bytes[length++] = HEX[each & 0xf];
            } else {
                bytes[length++] = each;
            }
        }
        bytes[length++] = '"';
        return this;
    }

    private void need(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    /** Moves what is there to the stream. */
    int flushTo(OutputStream out) throws IOException {
        int written = length;
        out.write(bytes, 0, length);
        length = 0;
        return written;
    }
}
