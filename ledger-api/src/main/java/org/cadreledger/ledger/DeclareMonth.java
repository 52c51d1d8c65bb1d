package org.cadreledger.ledger;

import org.cadreledger.access.Command;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** Records that the cadre has finished declaring for the month; gates nothing. */
public record DeclareMonth(
        String cadreId, Month month, @Nullable String statement) implements Command<Command.Done> {}
