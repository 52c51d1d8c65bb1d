package org.cadreledger.ledger;

import org.cadreledger.access.Command;

/** The second step, negative. */
public record RejectClaim(String cadreId, String claimId, String reason) implements Command<Command.Done> {}
