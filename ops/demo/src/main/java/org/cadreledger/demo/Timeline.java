package org.cadreledger.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which months the books have, seen from today: all before the current month are over and get closed, and every quarter that
 * is over gets published. Only the last of these stays open to objections.
 *
 * @param today in the county's zone
 * @param first the books' first month; before the current month's quarter
 */
record Timeline(LocalDate today, YearMonth first) {
    /** The books hold {@code months} closed months, whatever the day. */
    static Timeline months(LocalDate today, int months) {
        return new Timeline(today, YearMonth.from(today).minusMonths(months));
    }

    /** The books begin with the first month of the {@code quarters}-th last quarter that is over. */
    static Timeline quarters(LocalDate today, int quarters) {
        return new Timeline(
                today, Quarter.of(YearMonth.from(today)).minus(quarters).first());
    }

    YearMonth current() {
        return YearMonth.from(today);
    }

    List<YearMonth> closed() {
        return Stream.iterate(first, current()::isAfter, month -> month.plusMonths(1))
                .toList();
    }

    List<YearMonth> all() {
        return Stream.concat(closed().stream(), Stream.of(current())).toList();
    }

    /** Quarters that are over, in order; the first may have begun before the books. */
    List<Quarter> quarters() {
        return closed().stream()
                .map(Quarter::of)
                .distinct()
                .filter(quarter -> quarter.last().isBefore(current()))
                .toList();
    }

    Optional<Quarter> lastQuarter() {
        return quarters().isEmpty() ? Optional.empty() : Optional.of(quarters().getLast());
    }

    boolean isLast(Quarter quarter) {
        return lastQuarter().filter(quarter::equals).isPresent();
    }

    /** Months of the quarter that the books have. */
    List<YearMonth> monthsOf(Quarter quarter) {
        return quarter.months().stream().filter(month -> !month.isBefore(first)).toList();
    }

    /** @return the month's last day, or today in the current month */
    int lastDay(YearMonth month) {
        return month.equals(current()) ? today.getDayOfMonth() : month.lengthOfMonth();
    }
}
