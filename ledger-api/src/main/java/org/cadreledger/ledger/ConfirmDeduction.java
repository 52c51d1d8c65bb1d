package org.cadreledger.ledger;

import org.cadreledger.access.Command;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** The second person confirms what the department entered: it becomes an entry. */
public record ConfirmDeduction(
        String cadreId, String deductionId, @Nullable String note) implements Command<ConfirmDeduction.Confirmed> {
    public record Confirmed(String entryId, Points points, Month month) {}
}
