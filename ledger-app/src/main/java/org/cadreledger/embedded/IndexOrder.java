package org.cadreledger.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether walking an index gives the order that a query asks for. */
final class IndexOrder {
    private static final int NEITHER = 0;

    private IndexOrder() {}

    /**
     * 1 for a walk forwards, -1 backwards, 0 when the order is another.
     *
     * @param fixed how many leading fields of the index the query holds to one value
     */
    static int direction(RangeIndex index, int fixed, @Nullable Document sort) {
        if (sort == null || sort.isEmpty()) {
            return NEITHER;
        }
        List<IndexKey> fields = new ArrayList<>(index.getKeys());
        if (!index.isUnique()) {
            fields.add(new IndexKey("_id", true)); // its keys end in the document's
        }
        int next = 0;
        int direction = NEITHER;
        for (Map.Entry<String, Object> wanted : sort.entrySet()) {
            if (isFixed(fields.subList(0, fixed), wanted.getKey())) {
                continue;
            }
            while (next < fixed) {
                next++;
            }
            if (next >= fields.size()
                    || !fields.get(next).getKey().equals(wanted.getKey())
                    || !(wanted.getValue() instanceof Number order)) {
                return NEITHER;
            }
            int step = order.intValue() > 0 == fields.get(next).isAscending() ? 1 : -1;
            if (direction != NEITHER && direction != step) {
                return NEITHER;
            }
            direction = step;
            next++;
        }
        return direction == NEITHER ? 1 : direction;
    }

    private static boolean isFixed(List<IndexKey> fixed, String field) {
        return fixed.stream().anyMatch(key -> key.getKey().equals(field));
    }
}
