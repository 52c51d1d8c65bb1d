package org.cadreledger.consequence;

import org.cadreledger.access.Command;

/** The department finds outstanding results. */
public record ConfirmPriority(String cadreId, int year, String reason) implements Command<Command.Done> {}
