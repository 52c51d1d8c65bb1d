package org.cadreledger.demo;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/** A calendar quarter, written as the API writes it: {@code 2026-Q1}. */
record Quarter(int year, int number) implements Comparable<Quarter> {
    private static final int MONTHS = 3;

    static Quarter of(YearMonth month) {
        return new Quarter(month.getYear(), (month.getMonthValue() - 1) / MONTHS + 1);
    }

    YearMonth first() {
        return YearMonth.of(year, (number - 1) * MONTHS + 1);
    }

    YearMonth last() {
        return first().plusMonths(MONTHS - 1L);
    }

    List<YearMonth> months() {
        return IntStream.range(0, MONTHS).mapToObj(i -> first().plusMonths(i)).toList();
    }

    Quarter minus(int quarters) {
        return of(first().minusMonths((long) quarters * MONTHS));
    }

    @Override
    public int compareTo(Quarter other) {
        return first().compareTo(other.first());
    }

    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
