package org.cadreledger.consequence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A flag of a cadre ({@code GET /consequences}).
 *
 * @param raisedBy the periods whose boards raise it, in order
 * @param raisedAt when the last of these boards was published
 * @param provisional until those boards are final
 * @param confirmed for PRIORITY; null otherwise or before
 * @param withdrawn its basis has fallen after it was handled
 */
public record Consequence(
        String cadreId,
        Flag flag,
        List<Period> raisedBy,
        Instant raisedAt,
        boolean provisional,
        @Nullable Confirmation confirmed,
        @Nullable Handling handled,
        boolean withdrawn) {
    public record Confirmation(String by, Instant at, String reason) {}

    public record Handling(
            String by,
            Instant at,
            LocalDate on,
            String document,
            @Nullable String note) {}
}
