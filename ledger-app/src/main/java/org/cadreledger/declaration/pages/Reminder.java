package org.cadreledger.declaration.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.time.Month;

/**
 * Until when cadres are asked to declare a month.
 *
 * @param until last day
 * @param daysLeft 0 on that day, negative after it
 */
record Reminder(LocalDate until, long daysLeft) {
    /**
     * What departments allow after the month's end before they close its books. It only reminds: a month can be declared and
     * claimed for until it is closed (domain.md "Cycle", 1; http-api.md, claims).
     */
    private static final int WORKING_DAYS = 3;

    static Reminder of(Month month, County county, LocalDate today) {
        LocalDate until = Objects.requireNonNull(county.windowEnd(month.lastDay(), WORKING_DAYS));
        return new Reminder(until, ChronoUnit.DAYS.between(today, until));
    }

    /** The month that is due: the one before while there is still time for it and its books are open, else today's. */
    static Month due(County county, LocalDate today, boolean previousIsClosed) {
        Month current = Month.of(today);
        Month previous = current.previous();
        boolean over = previousIsClosed
                || previous.isBefore(county.settings().firstMonth())
                || of(previous, county, today).daysLeft() < 0;
        return over ? current : previous;
    }

    public boolean isOver() {
        return daysLeft < 0;
    }
}
