package org.cadreledger.ledger;

import org.cadreledger.access.Command;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** The second step: the claim becomes an entry. */
public record ApproveClaim(
        String cadreId, String claimId, @Nullable String note) implements Command<ApproveClaim.Approved> {
    /** @param month the month that the entry counts in */
    public record Approved(String claimId, String entryId, Points points, Month month) {}
}
