package org.cadreledger.store;

import java.time.Instant;

/**
 * The end of the log.
 *
 * @param position number of the last commit; 0 for an empty log
 * @param at its time; the epoch for an empty log
 * @param hash its hash in hex, the head of the chain
 */
public record Tail(long position, Instant at, String hash) {
    /** Of an empty log. */
    public static final Tail EMPTY = new Tail(0, Instant.EPOCH, Hashes.GENESIS);

    public static Tail of(Commit commit) {
        return new Tail(commit.position(), commit.at(), commit.hash());
    }
}
