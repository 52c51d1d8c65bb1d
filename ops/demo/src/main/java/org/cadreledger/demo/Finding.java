package org.cadreledger.demo;

import org.jspecify.annotations.Nullable;

/**
 * An approved claim that turns out wrong when its quarter's board is long out.
 *
 * @param foundIn the quarter at whose end it is found
 * @param sanction the N8 that follows a fraud; null for a mistake
 */
record Finding(Claim claim, Quarter foundIn, @Nullable Deduction sanction, String reversedBy) {
    Quarter of() {
        return Quarter.of(claim.month());
    }

    boolean fraud() {
        return sanction != null;
    }
}
