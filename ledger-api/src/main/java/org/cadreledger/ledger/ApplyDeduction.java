package org.cadreledger.ledger;

import java.time.LocalDate;
import java.util.List;
import org.cadreledger.access.Command;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** The department enters a deduction; it counts from its confirmation. {@code role} is the part in a unit's criticism. */
public record ApplyDeduction(
        String cadreId,
        @Nullable String deductionId,
        Month month,
        String rule,
        @Nullable String level,
        String matter,
        LocalDate occurredOn,
        String basis,
        List<EvidenceRef> evidence,
        @Nullable String role)
        implements Command<ApplyDeduction.Applied> {
    public record Applied(String deductionId, Points points) {}
}
