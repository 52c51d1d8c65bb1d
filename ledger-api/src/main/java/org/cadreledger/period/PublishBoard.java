package org.cadreledger.period;

import org.cadreledger.access.Command;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** Publishes the board of a quarter or a year for the first time. */
public record PublishBoard(
        String jurisdiction, Period period, @Nullable String document) implements Command<PublishBoard.Published> {
    public record Published(int revision) {}
}
