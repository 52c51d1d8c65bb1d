package org.cadreledger.ledger;

import java.time.LocalDate;
import java.util.List;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * What the department enters and a second person confirms: a deduction, a deduction from a base item, or a bonus.
 *
 * @param kind what it becomes when confirmed
 * @param basis the document it rests on
 * @param role the cadre's part in a unit's criticism (N5); null otherwise
 */
public record Proposal(
        Entry.EntryKind kind,
        @Nullable String rule,
        @Nullable String level,
        @Nullable String item,
        int catalogue,
        Points points,
        Month month,
        String matter,
        LocalDate occurredOn,
        String basis,
        List<EvidenceRef> evidence,
        @Nullable String role) {}
