package org.cadreledger.period;

import org.cadreledger.access.Command;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** Closes a month's books. */
public record CloseMonth(
        String jurisdiction, Month month, @Nullable String document) implements Command<Command.Done> {}
