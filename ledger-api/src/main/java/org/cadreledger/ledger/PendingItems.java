package org.cadreledger.ledger;

import java.util.Optional;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** The desks: what waits for a decision. */
public interface PendingItems {
    /**
     * @param claims true for cadres' claims, false for what the department entered
     * @param status of claims; null for all open ones
     */
    record Query(
            boolean claims,
            @Nullable String jurisdiction,
            @Nullable ClaimStatus status,
            @Nullable Month month) {}

    /** Oldest first. */
    Page<PendingItem> find(Query query, PageRequest page);

    /** How many claims and department entries of the month are undecided. */
    long countUndecided(String jurisdiction, Month month);

    Optional<PendingItem> find(String cadreId, String itemId);
}
