package org.cadreledger.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks of one field, as far as an index can answer it: single values or one range, in ascending order.
 *
 * @param points whether each range is one value
 * @param exact whether the ranges say all the query asks of the field, so that nothing needs to be looked at again
 * @param admitsNull whether a document without the field may match
 */
record FieldCondition(List<KeyRange> ranges, boolean points, boolean exact, boolean admitsNull) {
    private static final Set<String> RANGE_OPERATORS = Set.of("$gt", "$gte", "$lt", "$lte");
    private static final int MAX_POINTS = 100_000;

    /** Null when no index helps. */
    static @Nullable FieldCondition of(@Nullable Object asked) {
        if (asked instanceof Document operators
                && !operators.isEmpty()
                && operators.keySet().iterator().next().startsWith("$")) {
            return ofOperators(operators, false);
        }
        return KeyCode.comparable(asked) ? points(List.of(KeyCode.of(asked)), true, asked == null) : null;
    }

    private static @Nullable FieldCondition ofOperators(Document operators, boolean element) {
        boolean alone = operators.size() == 1 && !element;
        if (operators.containsKey("$eq") && KeyCode.comparable(operators.get("$eq"))) {
            Object asked = operators.get("$eq");
            return points(List.of(KeyCode.of(asked)), alone, asked == null);
        }
        if (operators.get("$in") instanceof Collection<?> choices
                && choices.size() <= MAX_POINTS
                && choices.stream().allMatch(KeyCode::comparable)) {
            TreeSet<byte[]> codes = new TreeSet<>(Arrays::compareUnsigned);
            choices.forEach(choice -> codes.add(KeyCode.of(choice)));
            return points(List.copyOf(codes), alone, choices.contains(null));
        }
        if (operators.get("$elemMatch") instanceof Document inner
                && !inner.isEmpty()
                && inner.keySet().stream().allMatch(k -> k.startsWith("$"))) {
            return ofOperators(inner, true);
        }
        return range(operators, element);
    }

    private static FieldCondition points(List<byte[]> codes, boolean exact, boolean admitsNull) {
        return new FieldCondition(codes.stream().map(KeyRange::of).toList(), true, exact, admitsNull);
    }

    private static @Nullable FieldCondition range(Document operators, boolean element) {
        KeyRange range = null;
        boolean exact = !element;
        for (Map.Entry<String, Object> entry : operators.entrySet()) {
            Object bound = entry.getValue();
            if (!RANGE_OPERATORS.contains(entry.getKey())
                    || bound == null
                    || bound instanceof MinKey
                    || bound instanceof MaxKey
                    || !KeyCode.comparable(bound)) {
                exact = false;
                continue;
            }
            KeyRange next = bounded(entry.getKey(), KeyCode.of(bound));
            range = range == null ? next : intersection(range, next);
        }
        if (range == null) {
            return null;
        }
        boolean empty = range.isBeyond(range.from());
        List<KeyRange> ranges = new ArrayList<>();
        if (!empty) {
            ranges.add(range);
        }
        return new FieldCondition(List.copyOf(ranges), false, exact, false);
    }

    /** A bound compares only with values of its own type. */
    private static KeyRange bounded(String operator, byte[] code) {
        KeyRange type = KeyRange.of(new byte[] {code[0]});
        return switch (operator) {
            case "$gt" -> new KeyRange(end(code), type.to());
            case "$gte" -> new KeyRange(code, type.to());
            case "$lt" -> new KeyRange(type.from(), code);
            default -> new KeyRange(type.from(), end(code));
        };
    }

    private static byte[] end(byte[] code) {
        byte[] end = Bytes.after(code);
        return end == null ? code : end;
    }

    private static KeyRange intersection(KeyRange one, KeyRange other) {
        byte[] from = Arrays.compareUnsigned(one.from(), other.from()) >= 0 ? one.from() : other.from();
        byte[] to = one.to() == null || (other.to() != null && Arrays.compareUnsigned(other.to(), one.to()) < 0)
                ? other.to()
                : one.to();
        return new KeyRange(from, to);
    }
}
