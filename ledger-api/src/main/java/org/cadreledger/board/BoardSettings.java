package org.cadreledger.board;

/**
 * Everything but the entries and the register that a board's result depends on; recorded when it is published.
 *
 * @param algorithm version of the computation and of the seal's form, from 1
 * @param topPercent of the ranked cadres of a group, 0–100 (15 in source 004, V)
 * @param bottomPercent likewise (5 in source 004, V)
 * @param objectionDays working days of the objection window
 */
public record BoardSettings(
        int algorithm,
        QuarterScoring quarterScoring,
        YearScoring yearScoring,
        Ties ties,
        int topPercent,
        int bottomPercent,
        int objectionDays) {

    public enum QuarterScoring {
        PERIOD,
        YEAR_TO_DATE
    }

    public enum YearScoring {
        PERIOD,
        SUM_OF_QUARTERS
    }

    /** Whether a group of equals that straddles a cut is left out of the list or taken into it. */
    public enum Ties {
        EXCLUDE,
        INCLUDE
    }
}
