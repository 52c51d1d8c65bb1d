package org.cadreledger.ledger;

import org.cadreledger.access.Command;
import org.jspecify.annotations.Nullable;

/** The second person drops what the department entered. */
public record DismissDeduction(
        String cadreId, String deductionId, @Nullable String reason) implements Command<Command.Done> {}
