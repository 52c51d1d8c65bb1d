package org.cadreledger.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which index a query walks, and where.
 *
 * @param ranges disjoint and ascending; every matching document has a key in one of them
 * @param ordered whether the walk meets documents in the order asked for
 * @param descending whether the walk goes backwards
 * @param covered whether every entry in the ranges is a match, so that counting need not look at documents
 */
record QueryPlan(RangeIndex index, List<KeyRange> ranges, boolean ordered, boolean descending, boolean covered) {
    private static final int POINT_SCORE = 10;
    private static final int RANGE_SCORE = 5;
    private static final int ORDER_SCORE = 4;
    private static final int SINGLE_SCORE = 1_000;
    private static final int MAX_RANGES = 200_000;

    /** The best of a collection's indexes, of which one is that on `_id`. */
    static QueryPlan choose(List<RangeIndex> indexes, Document query, @Nullable Document sort) {
        Map<String, FieldCondition> conditions = new HashMap<>();
        boolean complete = collect(query, conditions);
        Candidate best = null;
        for (RangeIndex index : indexes) {
            Candidate candidate = candidate(index, conditions, complete ? query.size() : -1, sort);
            if (candidate != null && (best == null || candidate.score > best.score)) {
                best = candidate;
            }
        }
        if (best == null) {
            throw new IllegalStateException("a collection without an index on _id");
        }
        return best.plan;
    }

    /** How many entries the ranges hold. */
    long size(ReadView view) {
        MapView keys = view.of(index.map);
        return ranges.stream()
                .mapToLong(range -> keys.rank(range.to()) - keys.rank(range.from()))
                .sum();
    }

    private record Candidate(QueryPlan plan, int score) {}

    /** Says whether every condition of the query is there, once and exact. */
    private static boolean collect(Document query, Map<String, FieldCondition> conditions) {
        boolean complete = true;
        for (Map.Entry<String, Object> entry : query.entrySet()) {
            if (entry.getKey().equals("$and") && entry.getValue() instanceof List<?> parts) {
                parts.forEach(part -> collect((Document) part, conditions));
                complete = false;
            } else if (!entry.getKey().startsWith("$")) {
                FieldCondition condition = FieldCondition.of(entry.getValue());
                complete &= condition != null && condition.exact();
                if (condition != null) {
                    conditions.putIfAbsent(entry.getKey(), condition);
                }
            } else {
                complete = false;
            }
        }
        return complete;
    }

    private static @Nullable Candidate candidate(
            RangeIndex index, Map<String, FieldCondition> conditions, int conditionsToCover, @Nullable Document sort) {
        List<byte[]> prefixes = List.of(Bytes.NONE);
        List<KeyRange> ranges = List.of(KeyRange.ALL);
        int fixed = 0;
        int used = 0;
        int score = 0;
        boolean allFixed = true;
        boolean admitsNull = true;
        for (IndexKey key : index.getKeys()) {
            FieldCondition condition = conditions.get(key.getKey());
            if (condition == null || (long) ranges.size() * condition.ranges().size() > MAX_RANGES) {
                break;
            }
            ranges = narrowed(prefixes, condition, key.isAscending());
            prefixes = ranges.stream().map(KeyRange::from).toList(); // whole codes while the fields are single values
            admitsNull &= condition.admitsNull();
            used++;
            allFixed &= condition.points() && condition.ranges().size() == 1;
            fixed += allFixed ? 1 : 0;
            score += condition.points() ? POINT_SCORE : RANGE_SCORE;
            if (!condition.points()) {
                break;
            }
        }
        if (index.isSparseIndex() && admitsNull) {
            return null;
        }
        int order = index.hasSeveralKeys() ? 0 : IndexOrder.direction(index, fixed, sort);
        boolean covered = used == conditionsToCover && !index.hasSeveralKeys();
        boolean sorted = sort == null || sort.isEmpty() || order != 0;
        QueryPlan plan = new QueryPlan(index, ranges, sorted, order < 0, covered);
        boolean complete = used == index.getKeys().size();
        int extra = (order == 0 ? 0 : ORDER_SCORE) + (complete ? 1 : 0);
        boolean single = complete && allFixed && index.isUnique();
        return new Candidate(plan, score + extra + (single ? SINGLE_SCORE : 0));
    }

    private static List<KeyRange> narrowed(List<byte[]> prefixes, FieldCondition condition, boolean ascending) {
        List<KeyRange> within = new ArrayList<>(condition.ranges());
        if (!ascending) {
            // a single value's range starts with its whole code, which further fields are appended to
            within.replaceAll(r -> condition.points() ? KeyRange.of(Bytes.inverted(r.from())) : r.inverted());
            within.sort(Comparator.comparing(KeyRange::from, java.util.Arrays::compareUnsigned));
        }
        List<KeyRange> result = new ArrayList<>();
        for (byte[] prefix : prefixes) {
            within.forEach(range -> result.add(range.under(prefix)));
        }
        return result;
    }
}
