package org.cadreledger.ledger;

import java.time.LocalDate;
import java.util.List;
import org.cadreledger.access.Command;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** A cadre, or the clerk of its unit, declares a bonus for a month. A null {@code claimId} is generated. */
public record ClaimBonus(
        String cadreId,
        @Nullable String claimId,
        Month month,
        String rule,
        @Nullable String level,
        String matter,
        LocalDate occurredOn,
        String account,
        List<EvidenceRef> evidence)
        implements Command<ClaimBonus.Claimed> {
    public record Claimed(String claimId, Points points) {}
}
