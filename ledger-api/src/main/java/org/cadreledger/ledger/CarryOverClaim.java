package org.cadreledger.ledger;

import org.cadreledger.access.Command;
import org.cadreledger.time.Month;

/** Moves an undecided claim to the next open month, status kept. */
public record CarryOverClaim(String cadreId, String claimId, String reason)
        implements Command<CarryOverClaim.CarriedOver> {
    public record CarriedOver(Month month) {}
}
