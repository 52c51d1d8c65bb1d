package org.cadreledger.documents;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which documents to find, in which order.
 *
 * @param equal fields that must have these values, or one of several
 * @param sort field to sort by, ascending; must be in every document that matches
 * @param after only documents whose sort field is greater
 * @param limit at most this many
 */
public record Selection(
        Map<String, Object> equal, String sort, @Nullable String after, int limit) {
    static final String ID = "_id";
    static final String POSITION = "position";

    /** More than any page, fewer than what hurts in memory. */
    private static final int MOST = 10_000;

    public static Selection all() {
        return new Selection(Map.of(), ID, null, MOST);
    }

    public static Selection where(String field, Object value) {
        return all().and(field, value);
    }

    /** Leaves the condition away when the value is null. */
    public Selection and(String field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> next = new LinkedHashMap<>(equal);
        next.put(field, value);
        return new Selection(next, sort, after, limit);
    }

    /** The field has one of these values, or is a list that holds one of them. */
    public Selection andAnyOf(String field, Collection<String> values) {
        return and(field, new AnyOf(List.copyOf(values)));
    }

    record AnyOf(List<String> values) {}

    public Selection sortedBy(String field) {
        return new Selection(equal, field, after, limit);
    }

    public Selection after(@Nullable String value) {
        return new Selection(equal, sort, value, limit);
    }

    public Selection limit(int most) {
        return new Selection(equal, sort, after, most);
    }
}
