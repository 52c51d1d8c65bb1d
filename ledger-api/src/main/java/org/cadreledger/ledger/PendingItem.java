package org.cadreledger.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * A claim or a department's entry that waits for a decision, as the desks of the department see it.
 *
 * @param itemId claim id or deduction id
 * @param claim true for a cadre's claim, false for what the department entered
 * @param status of a claim; null for a department's entry, which is simply unconfirmed
 * @param points as claimed, or as scored
 * @param by who claimed or entered it
 * @param scoredBy who gave the preliminary score; null before
 */
public record PendingItem(
        String cadreId,
        String itemId,
        boolean claim,
        @Nullable ClaimStatus status,
        Entry.EntryKind kind,
        @Nullable String rule,
        @Nullable String level,
        @Nullable String item,
        int catalogue,
        Points points,
        Month month,
        String matter,
        LocalDate occurredOn,
        List<EvidenceRef> evidence,
        String by,
        Instant since,
        @Nullable String scoredBy) {}
