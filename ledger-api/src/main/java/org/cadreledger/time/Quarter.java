package org.cadreledger.time;

import java.util.List;
import java.util.regex.Pattern;

/** A calendar quarter, {@code 2026-Q1}. */
public record Quarter(int year, int quarter) implements Period, Comparable<Quarter> {
    private static final Pattern FORM = Pattern.compile("2\\d{3}-Q[1-4]");

    public Quarter {
        if (year < 2000 || year > 2999 || quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("not a quarter: " + year + "-Q" + quarter);
        }
    }

    /** @throws IllegalArgumentException when the text is not {@code yyyy-Qn} */
    public static Quarter parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a quarter: " + text);
        }
        return new Quarter(Integer.parseInt(text.substring(0, 4)), text.charAt(6) - '0');
    }

    public Quarter next() {
        return quarter == 4 ? new Quarter(year + 1, 1) : new Quarter(year, quarter + 1);
    }

    public Quarter previous() {
        return quarter == 1 ? new Quarter(year - 1, 4) : new Quarter(year, quarter - 1);
    }

    @Override
    public List<Month> months() {
        Month first = new Month(year, quarter * 3 - 2);
        return List.of(first, first.plus(1), first.plus(2));
    }

    @Override
    public int compareTo(Quarter other) {
        return Integer.compare(year * 4 + quarter, other.year * 4 + other.quarter);
    }

    @Override
    public String toString() {
        return year + "-Q" + quarter;
    }
}
