package org.cadreledger.board.ranking;

import java.util.Arrays;

/**
 * Competition ranking (1, 2, 2, 4) by total (domain.md "Ranking"). Places are counted from 0, ranks from 1; candidates are
 * numbered as they were given. Holds only primitive arrays: a million candidates are placed in some ten milliseconds.
 */
public final class Placing {
    /** Hundredths of points, see {@link org.cadreledger.points.Points}. */
    private static final long HIGHEST = 10_000_000_000L;

    /** Room for the candidate's number beside the 35 bits of a total in one positive long. */
    private static final int NUMBER_BITS = 28;

    private static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;

    private final long[] sorted;

    private Placing(long[] sorted) {
        this.sorted = sorted;
    }

    /**
     * @param totals hundredths of points of each candidate; equals keep the order in which they are given
     * @throws IllegalArgumentException for more than 2^28 candidates or a total out of the range of points
     */
    public static Placing of(long[] totals) {
        if (totals.length > NUMBER_MASK) {
            throw new IllegalArgumentException("too many candidates: " + totals.length);
        }
        long[] keys = new long[totals.length];
        for (int i = 0; i < totals.length; i++) {
            if (Math.abs(totals[i]) > HIGHEST) {
                throw new IllegalArgumentException("total out of range: " + totals[i]);
            }
            keys[i] = ((HIGHEST - totals[i]) << NUMBER_BITS) | i;
        }
        Arrays.sort(keys);
        return new Placing(keys);
    }

    public int size() {
        return sorted.length;
    }

    /** The number of the candidate at a place. */
    public int candidate(int place) {
        return (int) (sorted[place] & NUMBER_MASK);
    }

    /** Hundredths of points of the candidate at a place. */
    public long total(int place) {
        return HIGHEST - (sorted[place] >> NUMBER_BITS);
    }

    /** The ranks of all places: 1 + the number of candidates with a higher total. */
    public int[] ranks() {
        int[] ranks = new int[sorted.length];
        for (int place = 0; place < sorted.length; place++) {
            boolean tied = place > 0 && total(place) == total(place - 1);
            ranks[place] = tied ? ranks[place - 1] : place + 1;
        }
        return ranks;
    }

    /** The first place with the same total as {@code place}. */
    int firstEqual(int place) {
        int first = place;
        while (first > 0 && total(first - 1) == total(place)) {
            first--;
        }
        return first;
    }

    /** The place after the last with the same total as {@code place}. */
    int afterEquals(int place) {
        int after = place + 1;
        while (after < sorted.length && total(after) == total(place)) {
            after++;
        }
        return after;
    }
}
