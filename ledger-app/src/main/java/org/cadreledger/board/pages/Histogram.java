package org.cadreledger.board.pages;

import java.util.ArrayList;
import java.util.List;
import org.cadreledger.points.Points;

/** How many cadres have how many points. Pure. */
final class Histogram {
    private static final int MOST_BARS = 12;
    /** In hundredths: widths that people count in. */
    private static final long[] WIDTHS = {100, 200, 500, 1_000, 2_000, 5_000, 10_000};

    private Histogram() {}

    /** @param from included, {@code to} not */
    public record Bar(Points from, Points to, int cadres) {}

    /** @param totals the highest first */
    static List<Bar> of(List<Points> totals) {
        if (totals.isEmpty()) {
            return List.of();
        }
        long highest = totals.getFirst().hundredths();
        long lowest = totals.getLast().hundredths();
        long width = width(highest - lowest);
        long first = Math.floorDiv(lowest, width);
        long last = Math.floorDiv(highest, width);
        int[] counts = new int[(int) (last - first) + 1];
        totals.forEach(total -> counts[(int) (Math.floorDiv(total.hundredths(), width) - first)]++);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            bars.add(new Bar(new Points((first + i) * width), new Points((first + i + 1) * width), counts[i]));
        }
        return bars;
    }

    private static long width(long span) {
        for (long width : WIDTHS) {
            if (span / width < MOST_BARS) {
                return width;
            }
        }
        // beyond what any county has: still no more bars than that
        return (span / MOST_BARS / WIDTHS[0] + 1) * WIDTHS[0];
    }
}
