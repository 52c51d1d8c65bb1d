package org.cadreledger.embedded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A collection as plain as can be: every question looks at every document. Values are numbers, texts, null and lists of them. */
final class PlainModel {
    private final TreeMap<Long, Document> documents = new TreeMap<>();

    int size() {
        return documents.size();
    }

    List<Document> all() {
        return List.copyOf(documents.values());
    }

    void put(Document document) {
        documents.put(document.getLong("_id"), document);
    }

    void remove(Document document) {
        documents.remove(document.getLong("_id"));
    }

    @Nullable
    Document get(long id) {
        return documents.get(id);
    }

    /** Whether another document has one of this one's keys. */
    boolean clashes(Document document) {
        List<?> keys = document.get("keys") instanceof List<?> list ? list : List.of();
        return documents.values().stream()
                .filter(other -> !Objects.equals(other.get("_id"), document.get("_id")))
                .anyMatch(other -> other.get("keys") instanceof List<?> taken
                        && taken.stream().anyMatch(keys::contains));
    }

    List<Document> find(Document query) {
        return find(query, new Document(), 0, 0);
    }

    List<Document> find(Document query, Document sort, int skip, int limit) {
        Stream<Document> found = documents.values().stream()
                .filter(document -> matches(document, query))
                .sorted(order(sort))
                .skip(skip);
        return (limit == 0 ? found : found.limit(limit)).toList();
    }

    private static Comparator<Document> order(Document sort) {
        Comparator<Document> order = Comparator.comparing(document -> 0);
        for (Map.Entry<String, Object> key : sort.entrySet()) {
            Comparator<Document> next = (one, other) -> compare(one.get(key.getKey()), other.get(key.getKey()));
            order = order.thenComparing(Objects.equals(key.getValue(), -1) ? next.reversed() : next);
        }
        return order;
    }

    static boolean matches(Document document, Document query) {
        return query.entrySet().stream().allMatch(condition -> switch (condition.getKey()) {
            case "$and" -> parts(condition.getValue()).stream().allMatch(part -> matches(document, part));
            case "$or" -> parts(condition.getValue()).stream().anyMatch(part -> matches(document, part));
            case "$nor" -> parts(condition.getValue()).stream().noneMatch(part -> matches(document, part));
            default -> asked(document, condition.getKey(), condition.getValue());
        });
    }

    private static List<Document> parts(Object parts) {
        return ((Collection<?>) parts).stream().map(Document.class::cast).toList();
    }

    private static boolean asked(Document document, String field, @Nullable Object asked) {
        if (!(asked instanceof Document operators)) {
            return operator(document, field, "$eq", asked);
        }
        return operators.entrySet().stream().allMatch(o -> operator(document, field, o.getKey(), o.getValue()));
    }

    private static boolean operator(Document document, String field, String operator, @Nullable Object operand) {
        Object value = document.get(field);
        return switch (operator) {
            case "$exists" -> document.containsKey(field) == (Boolean) Objects.requireNonNull(operand);
            case "$ne" -> !operator(document, field, "$eq", operand);
            case "$nin" -> !operator(document, field, "$in", operand);
            case "$in" ->
                ((Collection<?>) Objects.requireNonNull(operand))
                        .stream().anyMatch(one -> operator(document, field, "$eq", one));
            case "$elemMatch" ->
                value instanceof List<?> list
                        && list.stream().anyMatch(element -> asked(new Document("e", element), "e", operand));
            default ->
                value instanceof List<?> list
                        ? list.stream().anyMatch(element -> compares(element, operator, operand))
                        : compares(value, operator, operand);
        };
    }

    /** Values of different kinds do not compare, but for being unequal. */
    private static boolean compares(@Nullable Object value, String operator, @Nullable Object operand) {
        if (kind(value) != kind(operand)) {
            return false;
        }
        int order = compare(value, operand);
        return switch (operator) {
            case "$eq" -> order == 0;
            case "$gt" -> order > 0;
            case "$gte" -> order >= 0;
            case "$lt" -> order < 0;
            case "$lte" -> order <= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static int kind(@Nullable Object value) {
        return value == null ? 0 : value instanceof Number ? 1 : 2;
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (kind(a) != kind(b) || a == null || b == null) {
            return Integer.compare(kind(a), kind(b));
        }
        return a instanceof Number one && b instanceof Number other
                ? Double.compare(one.doubleValue(), other.doubleValue())
                : a.toString().compareTo(b.toString());
    }

    /** Sets, unsets, adds to and appends to fields, as `$set`, `$unset`, `$inc`, `$push` do. */
    static Document updated(Document document, Document update) {
        Document next = new Document(document);
        change(update, "$set").forEach(next::put);
        change(update, "$unset").keySet().forEach(next::remove);
        change(update, "$inc").forEach((field, by) -> next.merge(field, by, PlainModel::sum));
        change(update, "$push").forEach((field, element) -> {
            List<Object> longer = new ArrayList<>(next.getList(field, Object.class, List.of()));
            longer.add(element);
            next.put(field, longer);
        });
        return next;
    }

    private static Object sum(Object a, Object b) {
        return ((Number) a).intValue() + ((Number) b).intValue();
    }

    private static Document change(Document update, String operator) {
        return update.get(operator) instanceof Document fields ? fields : new Document();
    }
}
