package org.cadreledger.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value so that unsigned byte order is the order of values: types in BSON's order, numbers of every width in one
 * order. No code is the prefix of another, so codes can be joined into compound keys.
 *
 * <p>Strings sort by UTF-16 unit and Decimal128 by its nearest double, both as the server's own comparisons do.
 */
final class KeyCode {
    static final int MIN_KEY = 0x05;
    /** An array without elements, which matches no element and is not null. */
    static final int EMPTY_ARRAY = 0x0A;

    static final int NULL = 0x10;
    static final int NUMBER = 0x20;
    static final int STRING = 0x28;
    static final int DOCUMENT = 0x30;
    static final int ARRAY = 0x38;
    static final int BINARY = 0x40;
    static final int LEGACY_UUID = 0x44;
    static final int UUID_TYPE = 0x48;
    static final int OBJECT_ID = 0x50;
    static final int BOOLEAN = 0x58;
    static final int DATE = 0x60;
    static final int TIMESTAMP = 0x68;
    static final int REGEX = 0x70;
    static final int OTHER = 0x78;
    static final int MAX_KEY = 0x7F;

    private static final int END = 0;
    private static final int ESCAPE = 1;
    private static final int MORE = 1;
    /** Beyond every difference between a long and its nearest double (at most 512). */
    private static final int RESIDUE_OFFSET = 1 << 14;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(32);

    private KeyCode() {}

    static byte[] of(@Nullable Object value) {
        KeyCode code = new KeyCode();
        code.put(value);
        return code.out.toByteArray();
    }

    private void put(@Nullable Object value) {
        if (value == null || Missing.isNullOrMissing(value)) {
            out.write(NULL);
            return;
        }
        switch (value) {
            case Number number -> putNumber(number);
            case CharSequence text -> putText(STRING, text);
            case ObjectId id -> putType(OBJECT_ID).writeBytes(id.toByteArray());
            case Boolean flag -> putType(BOOLEAN).write(flag ? 1 : 0);
            case Instant time -> putLong(DATE, time.toEpochMilli() ^ Long.MIN_VALUE);
            case BinData data -> putBinary(data.getData());
            case UUID uuid -> putUuid(UUID_TYPE, uuid);
            case LegacyUUID uuid -> putUuid(LEGACY_UUID, uuid.getUuid());
            case BsonTimestamp stamp -> putLong(TIMESTAMP, stamp.getValue());
            case Map<?, ?> map -> putDocument(map);
            case Collection<?> items -> putArray(items);
            case BsonRegularExpression regex -> putText(REGEX, regex.getPattern() + '/' + regex.getOptions());
            case MinKey ignored -> out.write(MIN_KEY);
            case MaxKey ignored -> out.write(MAX_KEY);
            default -> putText(OTHER, value.toString());
        }
    }

    private ByteArrayOutputStream putType(int type) {
        out.write(type);
        return out;
    }

    private void putNumber(Number number) {
        double nearest = number.doubleValue();
        int residue = 0;
        if (number instanceof Long whole) {
            // 2^63 does not fit a long, so the cast below saturates one too low there
            residue = nearest == 0x1p63 ? (int) (whole - Long.MAX_VALUE) - 1 : (int) (whole - (long) nearest);
        }
        long bits = Double.doubleToLongBits(nearest == 0 ? 0.0 : nearest);
        if (Double.isNaN(nearest)) {
            bits = -1; // below every number, as BSON has it
        }
        putLong(NUMBER, bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
        int shifted = residue + RESIDUE_OFFSET;
        out.write(shifted >>> Byte.SIZE);
        out.write(shifted);
    }

    private void putLong(int type, long value) {
        out.write(type);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.write((int) (value >>> shift));
        }
    }

    private void putText(int type, CharSequence text) {
        out.write(type);
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit <= ESCAPE) {
                out.write(ESCAPE);
                out.write(unit + 1);
            } else if (unit < 0x80) {
                out.write(unit);
            } else if (unit < 0x800) {
                out.write(0xC0 | (unit >> 6));
                out.write(0x80 | (unit & 0x3F));
            } else {
                out.write(0xE0 | (unit >> 12));
                out.write(0x80 | ((unit >> 6) & 0x3F));
                out.write(0x80 | (unit & 0x3F));
            }
        }
        out.write(END);
    }

    private void putBinary(byte[] data) {
        out.write(BINARY);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            out.write(data.length >>> shift);
        }
        out.writeBytes(data);
    }

    private void putUuid(int type, UUID uuid) {
        putLong(type, uuid.getMostSignificantBits());
        putLong(type, uuid.getLeastSignificantBits());
    }

    private void putDocument(Map<?, ?> document) {
        out.write(DOCUMENT);
        for (Map.Entry<?, ?> field : document.entrySet()) {
            byte[] value = of(field.getValue());
            out.write(MORE);
            out.write(value[0]); // BSON compares the fields' types before their names
            putText(STRING, String.valueOf(field.getKey()));
            out.writeBytes(value);
        }
        out.write(END);
    }

    private void putArray(Collection<?> items) {
        out.write(ARRAY);
        for (Object item : items) {
            out.write(MORE);
            put(item);
        }
        out.write(END);
    }

    /** Whether values of this kind can stand in an equality or range that an index answers. */
    static boolean comparable(@Nullable Object value) {
        return !(value instanceof Collection)
                && !(value instanceof BsonRegularExpression)
                && !(value instanceof Document document
                        && document.keySet().stream().anyMatch(k -> k.startsWith("$")));
    }
}
