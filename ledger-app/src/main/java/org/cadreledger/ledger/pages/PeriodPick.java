package org.cadreledger.ledger.pages;

import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Quarter;
import org.cadreledger.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * The period shown and where one can go from it.
 *
 * @param previous null before the county's first period
 * @param next null after the current one
 * @param month, quarter, year the same time as seen by month, by quarter and by year
 */
public record PeriodPick(
        Period period, @Nullable Period previous, @Nullable Period next, Month month, Quarter quarter, Year year) {
    /**
     * @param first month of the books
     * @param current the month of today
     */
    static PeriodPick of(Period period, Month first, Month current) {
        Month shown = period.lastMonth().isAfter(current) ? current : period.lastMonth();
        Month month = period.contains(shown) ? shown : period.lastMonth();
        return new PeriodPick(
                period,
                period.firstMonth().isAfter(first) ? before(period) : null,
                period.lastMonth().isBefore(current) ? after(period) : null,
                month,
                month.quarter(),
                new Year(month.year()));
    }

    private static Period before(Period period) {
        return switch (period) {
            case Month month -> month.previous();
            case Quarter quarter -> quarter.previous();
            case Year year -> new Year(year.year() - 1);
        };
    }

    private static Period after(Period period) {
        return switch (period) {
            case Month month -> month.next();
            case Quarter quarter -> quarter.next();
            case Year year -> new Year(year.year() + 1);
        };
    }
}
