package org.cadreledger.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** What a run did: calls by kind, seconds, errors, positions. Safe for many threads. */
public final class Report {
    private static final int DETAILED_ERRORS = 100;
    private static final int SHOWN_ERRORS = 20;
    private static final double MILLION = 1_000_000.0;
    private static final double BILLION = 1_000_000_000.0;
    private static final String SIGN_IN = "sign in";

    private final Options options;
    private final long began = System.nanoTime();
    private final Map<String, Kind> kinds = new TreeMap<>();
    private final List<Map<String, Object>> steps = new ArrayList<>();
    private final List<String> details = new ArrayList<>();
    private int errors;
    private int retries;
    private int writes;
    private long first;
    private long last;
    private double seconds;

    Report(Options options) {
        this.options = options;
    }

    synchronized void succeeded(Call call, Duration took, boolean repeated, long position) {
        Kind kind = kind(call.kind());
        kind.nanos.add(took.toNanos());
        kind.repeated += repeated ? 1 : 0;
        writes += call.writes() ? 1 : 0;
        if (position > 0) {
            first = first == 0 ? position : Math.min(first, position);
            last = Math.max(last, position);
        }
    }

    synchronized void signedIn(Duration took) {
        kind(SIGN_IN).nanos.add(took.toNanos());
    }

    private Kind kind(String name) {
        return kinds.computeIfAbsent(name, key -> new Kind());
    }

    /** @param detail the status and the problem's text */
    synchronized void failed(Call call, String detail) {
        errors++;
        kind(call.kind()).errors++;
        if (details.size() < DETAILED_ERRORS) {
            details.add(call.method() + " " + call.path() + " (" + call.user() + "): " + detail);
        }
    }

    /** An overloaded or restarting program made a call wait. */
    synchronized void retried() {
        retries++;
    }

    synchronized void step(String name, int calls, Duration took) {
        steps.add(Map.of("name", name, "calls", calls, "seconds", round(took.toNanos() / BILLION)));
    }

    synchronized void end() {
        seconds = round((System.nanoTime() - began) / BILLION);
    }

    public synchronized int errors() {
        return errors;
    }

    /** From the first call to the last, once the run has ended. */
    public synchronized double seconds() {
        return seconds;
    }

    public synchronized int calls() {
        return kinds.values().stream().mapToInt(kind -> kind.nanos.size()).sum();
    }

    /** Of the {@link #writes()} those that were made before and changed nothing. */
    public synchronized int repeats() {
        return kinds.values().stream().mapToInt(kind -> kind.repeated).sum();
    }

    /** Good answers to calls that may change something. */
    public synchronized int writes() {
        return writes;
    }

    /** Of the first errors; one line each. */
    public synchronized List<String> details() {
        return List.copyOf(details);
    }

    /** The report for a console. */
    public synchronized String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                "%n%-20s %8s %8s %8s %9s %9s %9s%n",
                "call", "good", "repeated", "errors", "p50 ms", "p99 ms", "max ms"));
        kinds.forEach((name, kind) -> text.append(String.format(
                Locale.ROOT,
                "%-20s %8d %8d %8d %9.1f %9.1f %9.1f%n",
                name,
                kind.nanos.size(),
                kind.repeated,
                kind.errors,
                kind.millis(0.5),
                kind.millis(0.99),
                kind.millis(1))));
        text.append(String.format(
                Locale.ROOT,
                "%n%d calls in %.1f s, errors %d, retries %d, positions %d to %d, county %s, seed %d, today %s%n",
                calls(),
                seconds,
                errors,
                retries,
                first,
                last,
                options.county(),
                options.seed(),
                options.today()));
        details.stream()
                .limit(SHOWN_ERRORS)
                .forEach(detail -> text.append(detail).append(System.lineSeparator()));
        return text.toString();
    }

    synchronized void writeTo(Path file) throws IOException {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("size", options.size().label());
        report.put("seed", options.seed());
        report.put("today", options.today().toString());
        report.put("county", options.county());
        report.put("concurrency", options.concurrency());
        report.put("calls", calls());
        report.put("seconds", seconds);
        report.put("errors", errors);
        report.put("retries", retries);
        report.put("positions", Map.of("first", first, "last", last));
        Map<String, Object> byKind = new LinkedHashMap<>();
        kinds.forEach((name, kind) -> byKind.put(name, kind.figures()));
        report.put("kinds", byKind);
        report.put("details", details);
        report.put("steps", steps);
        Files.write(file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(report));
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static final class Kind {
        private final List<Long> nanos = new ArrayList<>();
        private int repeated;
        private int errors;

        /** @return 0 without a call */
        private double millis(double quantile) {
            List<Long> sorted = nanos.stream().sorted().toList();
            return sorted.isEmpty() ? 0 : round(sorted.get((int) Math.round(quantile * (sorted.size() - 1))) / MILLION);
        }

        private Map<String, Object> figures() {
            return Map.of(
                    "good", nanos.size(),
                    "repeated", repeated,
                    "errors", errors,
                    "p50", millis(0.5),
                    "p99", millis(0.99),
                    "max", millis(1));
        }
    }
}
