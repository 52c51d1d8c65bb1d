package org.cadreledger.objection;

import java.time.Instant;
import java.util.List;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** A defence or inquiry as the inbox shows it ({@code GET /objections}). */
public record Objection(
        String jurisdiction,
        Period period,
        String objectionId,
        String cadreId,
        ObjectionKind kind,
        @Nullable String entryId,
        @Nullable String statement,
        List<EvidenceRef> evidence,
        Status status,
        Instant raisedAt,
        @Nullable Answer answer) {
    public enum Status {
        OPEN,
        UPHELD,
        REJECTED
    }

    public record Answer(
            String by,
            Instant at,
            @Nullable String text,
            @Nullable String reversedEntryId,
            @Nullable String correctionEntryId) {}
}
