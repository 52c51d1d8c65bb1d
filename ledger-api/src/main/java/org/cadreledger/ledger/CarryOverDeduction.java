package org.cadreledger.ledger;

import org.cadreledger.access.Command;

/** Moves an unconfirmed deduction to the next open month. */
public record CarryOverDeduction(String cadreId, String deductionId, String reason)
        implements Command<CarryOverClaim.CarriedOver> {}
