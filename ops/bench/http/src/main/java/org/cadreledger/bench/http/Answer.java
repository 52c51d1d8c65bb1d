package org.cadreledger.bench.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Puts an answer together from what arrives. As little work as can be: the client has its share of the two cores. */
final class Answer {
    private static final int HEAD = 8192;

    private byte[] bytes = new byte[HEAD];
    private int length;

    /** Where the body begins; 0 while the head is not whole. */
    private int body;

    /** Bytes of the body; -1 for chunks. */
    private long announced;

    private String head = "";

    void clear() {
        length = 0;
        body = 0;
        head = "";
    }

    /** Takes what is there; true once the answer is whole. */
    boolean take(ByteBuffer arrived) {
        int more = arrived.remaining();
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
        arrived.get(bytes, length, more);
        int from = Math.max(0, length - 3);
        length += more;
        if (body == 0) {
            findBody(from);
        }
        return body > 0 && (announced >= 0 ? length >= body + announced : endsWithLastChunk());
    }

    private void findBody(int from) {
        for (int i = from; i + 3 < length; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                body = i + 4;
                head = new String(bytes, 0, i + 2, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                String size = header("content-length");
                boolean empty = status() == 304 || status() == 204;
                announced = empty ? 0 : size.isEmpty() ? -1 : Long.parseLong(size);
                return;
            }
        }
    }

    private boolean endsWithLastChunk() {
        return length - body >= 5
                && bytes[length - 5] == '0'
                && bytes[length - 4] == '\r'
                && bytes[length - 3] == '\n'
                && bytes[length - 2] == '\r'
                && bytes[length - 1] == '\n';
    }

    int status() {
        return (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
    }

    /** Empty when there is none. */
    String header(String name) {
        int at = head.indexOf("\r\n" + name + ":");
        if (at < 0) {
            return "";
        }
        int start = at + name.length() + 3;
        return head.substring(start, head.indexOf('\r', start)).strip();
    }

    boolean closes() {
        return header("connection").equals("close");
    }

    /** With the sizes of chunks in it, if there are any. */
    String body() {
        return new String(bytes, body, length - body, StandardCharsets.UTF_8);
    }

    /** The text of a JSON field, wherever it stands; empty when there is none. */
    static String field(String json, String name) {
        int at = json.indexOf('"' + name + "\":");
        if (at < 0) {
            return "";
        }
        int start = at + name.length() + 3;
        boolean quoted = json.charAt(start) == '"';
        int from = quoted ? start + 1 : start;
        int end = from;
        while (quoted ? json.charAt(end) != '"' : "+-.eE0123456789truefalsn".indexOf(json.charAt(end)) >= 0) {
            end++;
        }
        return json.substring(from, end);
    }
}
