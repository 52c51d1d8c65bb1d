package org.cadreledger.store;

import org.jspecify.annotations.Nullable;

/**
 * What the verifier found.
 *
 * @param from first position asked for, from 1
 * @param to last position asked for
 * @param commits commits found sound
 * @param head hex hash of the last sound commit
 * @param firstBadPosition null when all is sound
 * @param fault what is wrong there; null when all is sound
 */
public record Verification(
        long from,
        long to,
        long commits,
        String head,
        @Nullable Long firstBadPosition,
        @Nullable String fault) {

    public boolean ok() {
        return firstBadPosition == null;
    }
}
