package org.cadreledger.period;

import org.cadreledger.access.Command;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** Publishes a new revision of a board. */
public record ReviseBoard(
        String jurisdiction, Period period, @Nullable String document) implements Command<PublishBoard.Published> {}
