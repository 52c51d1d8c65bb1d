package org.cadreledger.board.computing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes lines of fields as decision 0004 has them: UTF-8, TAB between fields, LF after a line. For one thread. */
final class SealLines {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int length;
    private boolean begun;

    SealLines(OutputStream out) {
        this.out = out;
    }

    void field(String field) throws IOException {
        if (begun) {
            put((byte) '\t');
        }
        begun = true;
        int size = field.length();
        for (int i = 0; i < size; i++) {
            char c = field.charAt(i);
            if (c >= 0x80) {
                putRest(field.substring(i));
                return;
            }
            putEscaped(c);
        }
    }

    /** From the first character on that is none of ASCII. */
    private void putRest(String rest) throws IOException {
        for (byte each : rest.getBytes(StandardCharsets.UTF_8)) {
            if (each < 0) {
                put(each);
            } else {
                putEscaped((char) each);
            }
        }
    }

    /** Units and groups are free text: without this a unit could write a line of its own. */
    private void putEscaped(char ascii) throws IOException {
        switch (ascii) {
            case '\\' -> putAfterBackslash('\\');
            case '\t' -> putAfterBackslash('t');
            case '\n' -> putAfterBackslash('n');
            case '\r' -> putAfterBackslash('r');
            default -> put((byte) ascii);
        }
    }

    private void putAfterBackslash(char escape) throws IOException {
        put((byte) '\\');
        put((byte) escape);
    }

    private void put(byte each) throws IOException {
        if (length == BUFFER) {
            flush();
        }
        buffer[length++] = each;
    }

    void end() throws IOException {
        put((byte) '\n');
        begun = false;
    }

    void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }
}
