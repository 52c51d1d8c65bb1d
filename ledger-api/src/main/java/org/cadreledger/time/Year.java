package org.cadreledger.time;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** An assessment year, {@code 2026}: the calendar year. */
public record Year(int year) implements Period, Comparable<Year> {
    private static final Pattern FORM = Pattern.compile("2\\d{3}");

    public Year {
        if (year < 2000 || year > 2999) {
            throw new IllegalArgumentException("not a year: " + year);
        }
    }

    /** @throws IllegalArgumentException when the text is not {@code yyyy} */
    public static Year parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a year: " + text);
        }
        return new Year(Integer.parseInt(text));
    }

    public List<Quarter> quarters() {
        return IntStream.rangeClosed(1, 4).mapToObj(q -> new Quarter(year, q)).toList();
    }

    @Override
    public List<Month> months() {
        return IntStream.rangeClosed(1, 12).mapToObj(m -> new Month(year, m)).toList();
    }

    @Override
    public int compareTo(Year other) {
        return Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return Integer.toString(year);
    }
}
