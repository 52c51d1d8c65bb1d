package org.cadreledger.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A deduction that the department enters and a second person confirms.
 *
 * @param code a rule N1–N9, or a base item
 * @param points of a base item; 0 for a rule, which has its own
 * @param role in a unit's criticism; null otherwise
 */
record Deduction(
        String id,
        Person cadre,
        YearMonth month,
        String code,
        int points,
        String matter,
        LocalDate occurredOn,
        String basis,
        @Nullable String role,
        String enteredBy,
        String confirmedBy,
        Fate fate) {
    enum Fate {
        CONFIRMED,
        DISMISSED,
        /** The current month's, still to be confirmed. */
        WAITING
    }

    boolean ofBase() {
        return points > 0;
    }
}
