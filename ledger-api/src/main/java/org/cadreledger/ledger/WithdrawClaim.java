package org.cadreledger.ledger;

import org.cadreledger.access.Command;

/** Withdraws a claim that is DECLARED or RETURNED. */
public record WithdrawClaim(String cadreId, String claimId) implements Command<Command.Done> {}
