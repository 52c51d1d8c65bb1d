package org.cadreledger.ledger;

import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger: an approved claim, a confirmed deduction or department bonus, a correction, or what a grade posts.
 *
 * @param entryId the id of its claim or deduction
 * @param rule catalogue code; null for a deduction from a base item
 * @param level null where the rule has none
 * @param item base item; null unless {@code kind} is BASE
 * @param catalogue version of the month it was declared for
 * @param points as posted, never negative: {@code kind} says which way they count
 * @param declaredFor the month it was declared for, or was carried over to
 * @param countsIn the month it counts in as known when it was decided: the earliest open one unless {@code fixed}. The
 *     order of the log has the last word: a closing between the decision's facts and its commit moves it on (domain.md)
 * @param fixed a correction, or settled by the books of a county that the cadre left: counts in {@code declaredFor} also
 *     when that month is closed
 */
public record Entry(
        String entryId,
        EntryKind kind,
        @Nullable String rule,
        @Nullable String level,
        @Nullable String item,
        int catalogue,
        String matter,
        Points points,
        Month declaredFor,
        Month countsIn,
        boolean fixed) {

    public enum EntryKind {
        BONUS,
        DEDUCTION,
        BASE
    }
}
