package org.cadreledger.ledger;

import org.cadreledger.access.Command;
import org.cadreledger.points.Points;
import org.jspecify.annotations.Nullable;

/** The preliminary score; null keeps what was claimed. A level may only be lowered; points are then the rule's in the catalogue of the claim. */
public record ScoreClaim(
        String cadreId,
        String claimId,
        @Nullable String level,
        @Nullable String matter,
        @Nullable String note) implements Command<ScoreClaim.Scored> {
    public record Scored(String claimId, Points points) {}
}
