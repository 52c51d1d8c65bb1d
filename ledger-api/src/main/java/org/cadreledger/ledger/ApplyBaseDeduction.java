package org.cadreledger.ledger;

import java.time.LocalDate;
import java.util.List;
import org.cadreledger.access.Command;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** The department deducts from a base item. */
public record ApplyBaseDeduction(
        String cadreId,
        @Nullable String deductionId,
        Month month,
        String item,
        Points points,
        String matter,
        LocalDate occurredOn,
        String basis,
        List<EvidenceRef> evidence)
        implements Command<ApplyDeduction.Applied> {}
