package org.cadreledger.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A month, quarter or year, written {@code 2026-03}, {@code 2026-Q1}, {@code 2026}. */
public sealed interface Period permits Month, Quarter, Year {

    /** @throws IllegalArgumentException when the text is none of the three forms, or a year outside 2000–2999 */
    static Period parse(String text) {
        return switch (text.length()) {
            case 4 -> Year.parse(text);
            case 7 -> text.charAt(5) == 'Q' ? Quarter.parse(text) : Month.parse(text);
            default -> throw new IllegalArgumentException("not a period: " + text);
        };
    }

    /** The months it is made of, in order: 1, 3 or 12. */
    List<Month> months();

    /** The assessment year it belongs to. */
    int year();

    default Month firstMonth() {
        return months().getFirst();
    }

    default Month lastMonth() {
        return months().getLast();
    }

    default LocalDate firstDay() {
        return firstMonth().toYearMonth().atDay(1);
    }

    default LocalDate lastDay() {
        return lastMonth().toYearMonth().atEndOfMonth();
    }

    default long days() {
        return ChronoUnit.DAYS.between(firstDay(), lastDay()) + 1;
    }

    default boolean contains(Month month) {
        return !month.isBefore(firstMonth()) && !month.isAfter(lastMonth());
    }
}
