package org.cadreledger.consequence;

import java.time.LocalDate;
import org.cadreledger.access.Command;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** Records the follow-up of a flag. */
public record HandleConsequence(
        String cadreId,
        Flag flag,
        Period period,
        LocalDate on,
        String document,
        @Nullable String note) implements Command<Command.Done> {}
