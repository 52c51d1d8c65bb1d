package org.cadreledger.drafts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A form as it was when its user last paused.
 *
 * @param form which form it is, for example {@code claim C0001 2026-11}
 * @param fields what stood in it, by field
 */
public record Draft(String form, Map<String, List<String>> fields, Instant savedAt) {
    public Draft {
        fields = Map.copyOf(fields);
    }
}
