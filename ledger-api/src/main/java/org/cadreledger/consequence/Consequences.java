package org.cadreledger.consequence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Flags that follow from the latest revisions of all boards, and fraud cases. */
public interface Consequences {
    /**
     * @param jurisdiction the county whose board is the last in {@code raisedBy}
     * @param cadreId only this cadre; null for all
     */
    List<Consequence> find(@Nullable String jurisdiction, @Nullable Integer year, @Nullable String cadreId);

    record FraudCase(
            String caseId,
            String jurisdiction,
            String cadreId,
            String entryId,
            String reason,
            String openedBy,
            Instant openedAt,
            Consequence.@Nullable Handling handled) {}

    List<FraudCase> fraudCases(@Nullable String jurisdiction);
}
