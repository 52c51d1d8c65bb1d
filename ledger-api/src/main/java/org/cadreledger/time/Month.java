package org.cadreledger.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A calendar month, {@code 2026-03}. */
public record Month(int year, int month) implements Period, Comparable<Month> {
    private static final Pattern FORM = Pattern.compile("2\\d{3}-(0[1-9]|1[0-2])");

    /** Read before; there are no more than twelve thousand. */
    private static final Map<String, Month> KNOWN = new ConcurrentHashMap<>();

    public Month {
        if (year < 2000 || year > 2999 || month < 1 || month > 12) {
            throw new IllegalArgumentException("not a month: " + year + "-" + month);
        }
    }

    /** @throws IllegalArgumentException when the text is not {@code yyyy-MM} */
    public static Month parse(String text) {
        Month known = KNOWN.get(text);
        if (known != null) {
            return known;
        }
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a month: " + text);
        }
        Month read = new Month(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(5)));
        KNOWN.put(text, read);
        return read;
    }

    public static Month of(LocalDate date) {
        return new Month(date.getYear(), date.getMonthValue());
    }

    public YearMonth toYearMonth() {
        return YearMonth.of(year, month);
    }

    public Month plus(int months) {
        YearMonth moved = toYearMonth().plusMonths(months);
        return new Month(moved.getYear(), moved.getMonthValue());
    }

    public Month next() {
        return plus(1);
    }

    public Month previous() {
        return plus(-1);
    }

    public Quarter quarter() {
        return new Quarter(year, (month - 1) / 3 + 1);
    }

    public boolean isBefore(Month other) {
        return compareTo(other) < 0;
    }

    public boolean isAfter(Month other) {
        return compareTo(other) > 0;
    }

    @Override
    public List<Month> months() {
        return List.of(this);
    }

    @Override
    public int compareTo(Month other) {
        return Integer.compare(year * 12 + month, other.year * 12 + other.month);
    }

    @Override
    public String toString() {
        return year + (month < 10 ? "-0" : "-") + month;
    }
}
