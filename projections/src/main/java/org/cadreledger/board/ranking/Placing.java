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

    /** Totals lie close together: with no more values than this for each candidate, counting them beats sorting. */
    private static final long VALUES_PER_CANDIDATE = 8;

    private final int[] order;
    private final long[] totals;

    /** @param totals by place */
    private Placing(int[] order, long[] totals) {
        this.order = order;
        this.totals = totals;
    }

    /**
     * @param totals hundredths of points of each candidate; equals keep the order in which they are given
     * @throws IllegalArgumentException for more than 2^28 candidates or a total out of the range of points
     */
    public static Placing of(long[] totals) {
        if (totals.length > NUMBER_MASK) {
            throw new IllegalArgumentException("too many candidates: " + totals.length);
        }
        long low = HIGHEST;
        long high = -HIGHEST;
        for (long total : totals) {
            if (Math.abs(total) > HIGHEST) {
                throw new IllegalArgumentException("total out of range: " + total);
            }
            low = Math.min(low, total);
            high = Math.max(high, total);
        }
        boolean dense = high - low < VALUES_PER_CANDIDATE * totals.length;
        int[] order = dense ? counted(totals, low, (int) (high - low) + 1) : sorted(totals);
        long[] byPlace = new long[totals.length];
        for (int place = 0; place < order.length; place++) {
            byPlace[place] = totals[order[place]];
        }
        return new Placing(order, byPlace);
    }

    private static int[] counted(long[] totals, long low, int values) {
        int[] next = new int[values];
        for (long total : totals) {
            next[(int) (total - low)]++;
        }
        int place = 0;
        for (int value = values - 1; value >= 0; value--) {
            int candidates = next[value];
            next[value] = place;
            place += candidates;
        }
        int[] order = new int[totals.length];
        for (int i = 0; i < totals.length; i++) {
            order[next[(int) (totals[i] - low)]++] = i;
        }
        return order;
    }

    private static int[] sorted(long[] totals) {
        long[] keys = new long[totals.length];
        for (int i = 0; i < totals.length; i++) {
            keys[i] = ((HIGHEST - totals[i]) << NUMBER_BITS) | i;
        }
        Arrays.sort(keys);
        int[] order = new int[totals.length];
        for (int place = 0; place < order.length; place++) {
            order[place] = (int) (keys[place] & NUMBER_MASK);
        }
        return order;
    }

    public int size() {
        return order.length;
    }

    /** The number of the candidate at a place. */
    public int candidate(int place) {
        return order[place];
    }

    /** Hundredths of points of the candidate at a place. */
    public long total(int place) {
        return totals[place];
    }

    /** The ranks of all places: 1 + the number of candidates with a higher total. */
    public int[] ranks() {
        int[] ranks = new int[order.length];
        for (int place = 0; place < order.length; place++) {
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
        while (after < order.length && total(after) == total(place)) {
            after++;
        }
        return after;
    }
}
