package org.cadreledger.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Processor seconds since the start, from /proc: of the client, the server by groups of threads, the database's processes. */
final class Cpu {
    private static final double TICKS = 100;

    /** By the beginning of a thread's name, of which the kernel keeps 15 characters. */
    private static final Map<String, String> GROUPS = new TreeMap<>(Map.ofEntries(
            Map.entry("http-nio", "http"),
            Map.entry("commit-writer", "commit-writer"),
            Map.entry("embedded", "embedded database"),
            Map.entry("multiThreadIo", "embedded database"),
            Map.entry("nioEventLoop", "embedded database"),
            Map.entry("mongo", "embedded database"),
            Map.entry("H2 ", "embedded database"),
            Map.entry("ledger-", "projections"),
            Map.entry("desk-", "projections"),
            Map.entry("log-", "log reader"),
            Map.entry("C1 Comp", "jit"),
            Map.entry("C2 Comp", "jit"),
            Map.entry("G1", "gc"),
            Map.entry("GC ", "gc"),
            Map.entry("VM Thread", "gc"),
            Map.entry("JFR", "profiler")));

    private final Map<String, Double> seconds;

    private Cpu(Map<String, Double> seconds) {
        this.seconds = seconds;
    }

    /** @param databases their processes with all their children; empty for the embedded one */
    static Cpu now(long server, List<Long> databases) {
        Map<String, Double> seconds = new TreeMap<>();
        seconds.put("client", process(ProcessHandle.current().pid()));
        seconds.put("server", process(server));
        Map<Long, Long> parents = databases.isEmpty() ? Map.of() : parents();
        for (long database : databases) {
            String name = "database " + name(Path.of("/proc/" + database + "/stat"));
            seconds.merge(name, tree(database, parents), Double::sum);
        }
        threads(server).forEach((group, each) -> seconds.put("  " + group, each));
        return new Cpu(seconds);
    }

    private static double tree(long root, Map<Long, Long> parents) {
        double sum = process(root);
        for (Map.Entry<Long, Long> each : parents.entrySet()) {
            if (each.getValue() == root) {
                sum += tree(each.getKey(), parents);
            }
        }
        return sum;
    }

    private static Map<Long, Long> parents() {
        Map<Long, Long> parents = new HashMap<>();
        ProcessHandle.allProcesses()
                .forEach(each -> each.parent().ifPresent(parent -> parents.put(each.pid(), parent.pid())));
        return parents;
    }

    private static Map<String, Double> threads(long pid) {
        Map<String, Double> groups = new TreeMap<>();
        for (Path thread : list(Path.of("/proc/" + pid + "/task"))) {
            Path stat = thread.resolve("stat");
            groups.merge(group(name(stat)), ticks(stat, false) / TICKS, Double::sum);
        }
        return groups;
    }

    private static String group(String thread) {
        return GROUPS.entrySet().stream()
                .filter(each -> thread.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(System.getProperty("bench.threads") == null ? "other" : "other: " + thread);
    }

    /** With those of children that it has waited for. */
    private static double process(long pid) {
        return ticks(Path.of("/proc/" + pid + "/stat"), true) / TICKS;
    }

    private static long ticks(Path stat, boolean children) {
        String text = read(stat);
        if (text.isEmpty()) {
            return 0;
        }
        // after the name, which may hold anything: state, parent …; user and system time are the 12th and 13th
        String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        return children ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14]) : own;
    }

    private static String name(Path stat) {
        String text = read(stat);
        return text.isEmpty() ? "gone" : text.substring(text.indexOf('(') + 1, text.lastIndexOf(')'));
    }

    /** Empty for what has ended. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return new ArrayList<>(entries.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Microseconds of processor time for each of so many operations, since another moment. */
    String since(Cpu before, int operations) {
        StringBuilder text = new StringBuilder();
        seconds.forEach((part, now) -> {
            double used = now - before.seconds.getOrDefault(part, 0.0);
            if (used >= 0.02) {
                text.append(String.format(
                        Locale.ROOT, "%s %.0f, ", part.replaceAll("^ +", "·"), used * 1e6 / Math.max(1, operations)));
            }
        });
        return Pattern.compile(", $").matcher(text).replaceAll("");
    }
}
