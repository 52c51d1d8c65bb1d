package org.cadreledger.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the fixed JSON that {@link ExportLines} writes, and nothing else: fields in one order, no white space. Collects the
 * canonical bytes of decision 0002 on its way, so that text is looked at once. For one thread.
 */
final class LineScanner {
    private static final int RADIX = 10;
    private static final int MOST_DIGITS = 18;
    private static final int UNICODE_DIGITS = 4;
    /** Bytes of a canonical number below ten. */
    private static final int SMALL_COUNT = 3;

    private final byte[] text;
    private final int end;
    private int at;
    private byte[] canonical = new byte[1 << 12];
    private int length;
    private byte[] unescaped = new byte[1 << 12];

    /** @param end how many bytes of the array are the text */
    LineScanner(byte[] text, int end) {
        this.text = text;
        this.end = end;
    }

    static byte[] token(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    boolean atEnd() {
        return at == end;
    }

    boolean sees(byte[] token) {
        return at + token.length <= end && Arrays.equals(text, at, at + token.length, token, 0, token.length);
    }

    boolean skips(byte[] token) {
        boolean there = sees(token);
        at += there ? token.length : 0;
        return there;
    }

    void expect(byte[] token) {
        if (!skips(token)) {
            throw malformed("no " + new String(token, StandardCharsets.US_ASCII).strip());
        }
    }

    IllegalArgumentException malformed(String what) {
        return new IllegalArgumentException(what + " at byte " + at);
    }

    /** Digits only. */
    long number() {
        int start = at;
        long value = 0;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            value = value * RADIX + text[at++] - '0';
        }
        if (at == start || at - start > MOST_DIGITS) {
            throw malformed("no number");
        }
        return value;
    }

    /** A string of which nothing becomes canonical bytes. */
    String plainString() {
        int mark = length;
        String value = string();
        length = mark;
        return value;
    }

    /** A string; its bytes become canonical. */
    String string() {
        expectQuote();
        int start = at;
        int i = at;
        while (i < end && text[i] != '"' && text[i] != '\\') {
            i++;
        }
        at = i;
        if (i < end && text[i] == '"') {
            at++;
            put(text, start, i - start);
            return new String(text, start, i - start, StandardCharsets.UTF_8);
        }
        return escaped(start);
    }

    /** The same, quicker when it is once more that one. */
    String string(String guess) {
        int size = guess.length();
        boolean same = at + size + 1 < end && text[at] == '"' && text[at + size + 1] == '"';
        for (int i = 0; same && i < size; i++) {
            // what is escaped in the text is not compared: it says something else
            same = text[at + 1 + i] == guess.charAt(i) && text[at + 1 + i] != '\\';
        }
        if (!same) {
            return string();
        }
        put(text, at + 1, size);
        at += size + 2;
        return guess;
    }

    private void expectQuote() {
        if (at >= end || text[at++] != '"') {
            throw malformed("no string");
        }
    }

    /** The rest of a string whose first escape is here. */
    private String escaped(int start) {
        int filled = 0;
        int from = start;
        while (at < end && text[at] != '"') {
            if (text[at] == '\\') {
                filled = keep(from, filled);
                unescaped[filled++] = unescape();
                from = at;
            } else {
                at++;
            }
        }
        filled = keep(from, filled);
        expectQuote();
        put(unescaped, 0, filled);
        return new String(unescaped, 0, filled, StandardCharsets.UTF_8);
    }

    private int keep(int from, int filled) {
        int run = at - from;
        if (unescaped.length < filled + run + 1) {
            unescaped = Arrays.copyOf(unescaped, Math.max(unescaped.length * 2, filled + run + 1));
        }
        System.arraycopy(text, from, unescaped, filled, run);
        return filled + run;
    }

    private byte unescape() {
        byte kind = at + 1 < end ? text[at + 1] : 0;
        at += 2;
        if (kind == '"' || kind == '\\') {
            return kind;
        }
        if (kind == 'u' && at + UNICODE_DIGITS <= end && text[at] == '0' && text[at + 1] == '0') {
            int high = Character.digit(text[at + 2], 16);
            int low = Character.digit(text[at + 3], 16);
            at += UNICODE_DIGITS;
            if (high >= 0 && high < 2 && low >= 0) {
                return (byte) (high << 4 | low);
            }
        }
        throw malformed("an escape that is not written");
    }

    void forget() {
        length = 0;
    }

    int length() {
        return length;
    }

    byte[] canonical() {
        return canonical;
    }

    /** The value in decimal, as a canonical value; not negative. */
    void put(long value) {
        need(2 * MOST_DIGITS);
        int size = digitsOf(value);
        digits(size, digitsOf(size));
        canonical[length++] = ':';
        digits(value, size);
    }

    /** An absent canonical value. */
    void putAbsent() {
        need(2);
        canonical[length++] = '-';
        canonical[length++] = ':';
    }

    private void put(byte[] from, int start, int count) {
        need(count + MOST_DIGITS);
        digits(count, digitsOf(count));
        canonical[length++] = ':';
        System.arraycopy(from, start, canonical, length, count);
        length += count;
    }

    private static int digitsOf(long value) {
        int size = 1;
        for (long rest = value; rest >= RADIX; rest /= RADIX) {
            size++;
        }
        return size;
    }

    private void digits(long value, int size) {
        long rest = value;
        for (int i = length + size - 1; i >= length; i--) {
            canonical[i] = (byte) ('0' + rest % RADIX);
            rest /= RADIX;
        }
        length += size;
    }

    /** Leaves room for a count that is known only after what it counts; returns where. */
    int beginCount() {
        need(SMALL_COUNT);
        length += SMALL_COUNT;
        return length - SMALL_COUNT;
    }

    /** Puts the count where {@link #beginCount} left room. */
    void count(int mark, int value) {
        int size = digitsOf(value);
        // the size of a count has one digit itself
        int more = size + 2 - SMALL_COUNT;
        need(more);
        System.arraycopy(
                canonical, mark + SMALL_COUNT, canonical, mark + SMALL_COUNT + more, length - mark - SMALL_COUNT);
        int end = length + more;
        length = mark;
        digits(size, 1);
        canonical[length++] = ':';
        digits(value, size);
        length = end;
    }

    private void need(int more) {
        if (canonical.length - length < more) {
            canonical = Arrays.copyOf(canonical, Math.max(canonical.length * 2, length + more));
        }
    }
}
