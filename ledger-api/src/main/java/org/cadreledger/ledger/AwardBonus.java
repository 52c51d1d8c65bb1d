package org.cadreledger.ledger;

import java.time.LocalDate;
import java.util.List;
import org.cadreledger.access.Command;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** The department enters a bonus for a cadre. */
public record AwardBonus(
        String cadreId,
        @Nullable String deductionId,
        Month month,
        String rule,
        @Nullable String level,
        String matter,
        LocalDate occurredOn,
        String basis,
        List<EvidenceRef> evidence)
        implements Command<ApplyDeduction.Applied> {}
