package org.cadreledger.log;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as the log holds it.
 *
 * @param position number of the commit in the dense global sequence, from 1
 * @param index place of the event in its commit, from 0 to 1,023
 * @param at time of the commit; never before that of an earlier commit
 * @param by user name of who caused it
 * @param stream id of the aggregate, for example {@code ledger:c17:2026}
 * @param sequence place of the event in its stream, from 0
 * @param jurisdiction county whose projections take it; null for events that concern all (catalogue)
 */
public record Recorded<E>(
        long position,
        int index,
        Instant at,
        String by,
        String stream,
        long sequence,
        @Nullable String jurisdiction,
        E event) {

    private static final int INDEX_BITS = 10;

    /** The guard of a document: one number that orders events over the whole log. */
    public long guard() {
        return position << INDEX_BITS | index;
    }

    /** The number of the commit that a guard is of. */
    public static long positionOf(long guard) {
        return guard >> INDEX_BITS;
    }

    /** The same place in the log with its event under a narrower type. */
    public <F> Recorded<F> with(F narrower) {
        return new Recorded<>(position, index, at, by, stream, sequence, jurisdiction, narrower);
    }

    /** The smallest guard after every event of the commits up to and including {@code position}. */
    public static long guardAfter(long position) {
        return (position + 1) << INDEX_BITS;
    }
}
