package org.cadreledger.ledger;

import org.cadreledger.access.Command;
import org.jspecify.annotations.Nullable;

/** The entry counts nowhere from here on; as fraud, it opens a fraud case. */
public record ReverseEntry(String cadreId, String entryId, String reason, boolean fraud)
        implements Command<ReverseEntry.Reversed> {
    public record Reversed(String entryId, @Nullable String caseId) {}
}
