package org.cadreledger.ledger;

import org.cadreledger.access.Command;

/** Back to the cadre for more evidence. */
public record ReturnClaim(String cadreId, String claimId, String reason) implements Command<Command.Done> {}
