package org.cadreledger.bench.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How long the calls of a phase took, by kind. For one thread. */
final class Samples {
    private final Map<Call.Kind, Times> times = new EnumMap<>(Call.Kind.class);
    private final Map<Integer, Integer> wrong = new TreeMap<>();
    private final List<String> wrongAnswers = new ArrayList<>();
    private int reconnects;
    private long begin;
    private long end;

    private static final class Times {
        private long[] nanos = new long[4096];
        private int count;

        void add(long each) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = each;
        }
    }

    void begin() {
        begin = System.nanoTime();
    }

    void end() {
        end = System.nanoTime();
    }

    void reconnected() {
        reconnects++;
    }

    /** @param refused null for the right answer; others are counted apart */
    void add(Call.Kind kind, long nanos, Answer refused) {
        if (refused == null) {
            times.computeIfAbsent(kind, each -> new Times()).add(nanos);
            return;
        }
        wrong.merge(refused.status(), 1, Integer::sum);
        if (wrongAnswers.size() < 3) {
            wrongAnswers.add(kind + " " + refused.status() + " " + refused.body());
        }
    }

    double seconds() {
        return (end - begin) / 1e9;
    }

    int count(boolean commandsOnly) {
        return times.entrySet().stream()
                .filter(each -> !commandsOnly || each.getKey().command)
                .mapToInt(each -> each.getValue().count)
                .sum();
    }

    /** Of commands; of everything where there are none. */
    double perSecond() {
        int commands = count(true);
        return (commands > 0 ? commands : count(false)) / seconds();
    }

    int wrong() {
        return wrong.values().stream().mapToInt(each -> each).sum();
    }

    /** In milliseconds, over all calls but reads where there are others. */
    double percentile(double share) {
        long[] all = times.entrySet().stream()
                .filter(each -> each.getKey() != Call.Kind.READ || times.size() == 1)
                .flatMapToLong(each -> Arrays.stream(each.getValue().nanos, 0, each.getValue().count))
                .sorted()
                .toArray();
        return at(all, share);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    /** Kinds with their percentiles, and what was answered wrongly. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        times.forEach((kind, each) -> {
            long[] sorted = Arrays.copyOf(each.nanos, each.count);
            Arrays.sort(sorted);
            text.append(String.format(
                    Locale.ROOT,
                    " %s %d p50 %.1f p99 %.1f max %.0f ms;",
                    kind.name().toLowerCase(Locale.ROOT),
                    each.count,
                    at(sorted, 0.5),
                    at(sorted, 0.99),
                    at(sorted, 1)));
        });
        if (reconnects > 0) {
            text.append(" reconnected " + reconnects + " times;");
        }
        if (!wrong.isEmpty()) {
            text.append(" WRONG ANSWERS " + wrong + " " + wrongAnswers);
        }
        return text.toString();
    }
}
