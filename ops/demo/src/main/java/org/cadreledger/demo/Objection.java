package org.cadreledger.demo;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a cadre raises against a quarter's board.
 *
 * @param entry the deduction it is about; null for an omission or an inquiry
 * @param omittedIn the month that a correction is posted for; null without one
 * @param answeredBy neither entered nor confirmed the entry
 */
record Objection(
        String id,
        Quarter quarter,
        Person cadre,
        @Nullable Deduction entry,
        @Nullable YearMonth omittedIn,
        Outcome outcome,
        String answeredBy) {
    enum Outcome {
        /** Upheld: the entry is reversed. */
        UNJUST,
        /** Upheld: a correction is posted. */
        OMITTED,
        REJECTED,
        INQUIRY,
        /** Nobody has answered yet. */
        OPEN
    }

    boolean isDefence() {
        return outcome != Outcome.INQUIRY;
    }

    boolean isUpheld() {
        return outcome == Outcome.UNJUST || outcome == Outcome.OMITTED;
    }
}
