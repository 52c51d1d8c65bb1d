package org.cadreledger.consequence;

import java.time.LocalDate;
import org.cadreledger.access.Command;
import org.jspecify.annotations.Nullable;

/** Records the follow-up of a fraud case. */
public record HandleFraudCase(
        String cadreId,
        String caseId,
        LocalDate on,
        String document,
        @Nullable String note) implements Command<Command.Done> {}
