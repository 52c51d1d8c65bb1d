package org.cadreledger.period;

import org.cadreledger.access.Command;
import org.cadreledger.time.Period;

/** Records the seal of a computed board; the program itself sends it. */
public record SealBoard(
        String jurisdiction, Period period, int revision, long publishedPosition, String seal, int changedRows)
        implements Command<Command.Done> {}
