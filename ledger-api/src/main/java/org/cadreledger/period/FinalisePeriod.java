package org.cadreledger.period;

import org.cadreledger.access.Command;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** Makes a published quarter or year final. */
public record FinalisePeriod(
        String jurisdiction, Period period, @Nullable String document) implements Command<Command.Done> {}
