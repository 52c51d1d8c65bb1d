package org.cadreledger.board.ranking;

import org.cadreledger.board.BoardSettings.Ties;

/**
 * Where a list of a ranking group is cut off. Places are counted from 0; intervals are without their end.
 *
 * @param quota how many the list has room for
 * @param from first listed place
 * @param to the place after the last listed
 * @param tiedFrom first place of the group of equals that straddles the cut
 * @param tiedTo the place after the last of them; equal to {@code tiedFrom} when none does
 */
public record Cut(int quota, int from, int to, int tiedFrom, int tiedTo) {
    private static final int HUNDRED = 100;

    /** domain.md "Ranking": {@code floor(15 % × N)}, {@code floor(5 % × N)}; in whole numbers throughout. */
    public static int quota(int percent, int ranked) {
        return (int) ((long) percent * ranked / HUNDRED);
    }

    static Cut top(Placing placing, int percent, Ties ties) {
        int size = placing.size();
        int quota = quota(percent, size);
        if (!isTied(placing, quota)) {
            return new Cut(quota, 0, quota, quota, quota);
        }
        int tiedFrom = placing.firstEqual(quota);
        int tiedTo = placing.afterEquals(quota);
        int to = switch (ties) {
            case EXCLUDE -> tiedFrom;
            case INCLUDE -> tiedTo;
        };
        return new Cut(quota, 0, to, tiedFrom, tiedTo);
    }

    static Cut bottom(Placing placing, int percent, Ties ties) {
        int size = placing.size();
        int quota = quota(percent, size);
        int boundary = size - quota;
        if (!isTied(placing, boundary)) {
            return new Cut(quota, boundary, size, boundary, boundary);
        }
        int tiedFrom = placing.firstEqual(boundary);
        int tiedTo = placing.afterEquals(boundary);
        int from = switch (ties) {
            case EXCLUDE -> tiedTo;
            case INCLUDE -> tiedFrom;
        };
        return new Cut(quota, from, size, tiedFrom, tiedTo);
    }

    public int tied() {
        return tiedTo - tiedFrom;
    }

    boolean lists(int place) {
        return place >= from && place < to;
    }

    boolean ties(int place) {
        return place >= tiedFrom && place < tiedTo;
    }

    /** Whether equals stand on both sides of a boundary; an empty or a full list has no other side. */
    private static boolean isTied(Placing placing, int boundary) {
        return boundary > 0 && boundary < placing.size() && placing.total(boundary - 1) == placing.total(boundary);
    }
}
