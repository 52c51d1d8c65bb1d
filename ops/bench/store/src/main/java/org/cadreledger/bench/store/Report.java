package org.cadreledger.bench.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every figure as it was measured, and at the end the median of each with its ratio to ours. */
final class Report {
    private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();

    /** @param what with its unit, for example {@code append-64 events/s} */
    void figure(String what, String side, double value) {
        figures.computeIfAbsent(what, any -> new LinkedHashMap<>())
                .computeIfAbsent(side, any -> new ArrayList<>())
                .add(value);
        System.out.printf(Locale.ROOT, "%-34s %-22s %,14.1f%n", what, side, value);
    }

    void outcome(String what, String side, Clients.Outcome outcome) {
        figure(what + " events/s", side, outcome.rate());
        figure(what + " p50 us", side, outcome.p50());
        figure(what + " p99 us", side, outcome.p99());
        figure(what + " cpu us/event", side, outcome.cpu());
    }

    double median(String what, String side) {
        List<Double> sorted = figures.get(what).get(side).stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    void medians(String ours) {
        System.out.printf("%n%-34s %-22s %14s %8s %12s %12s %4s%n", "medians", "", "", "ours/it", "least", "most", "n");
        figures.forEach((what, sides) -> sides.forEach((side, values) -> {
            double mine = sides.containsKey(ours) ? median(what, ours) : Double.NaN;
            System.out.printf(
                    Locale.ROOT,
                    "%-34s %-22s %,14.1f %8.2f %,12.1f %,12.1f %4d%n",
                    what,
                    side,
                    median(what, side),
                    mine / median(what, side),
                    values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN),
                    values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN),
                    values.size());
        }));
    }
}
