package org.cadreledger.chaos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Says what happened, and remembers it for the table at the end. */
final class Report {
    private static final int SHOWN = 5;

    private final Map<String, List<Long>> recoveries = new TreeMap<>();
    private int failures;

    static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** @param problems none when all is right */
    void fault(String server, Kind kind, String line, long recovery, Collection<String> problems) {
        recoveries
                .computeIfAbsent(String.format(Locale.ROOT, "%-9s %s", server, kind.title()), k -> new ArrayList<>())
                .add(recovery);
        say(line + (problems.isEmpty() ? "; all right" : ""));
        failed(problems);
    }

    void failed(Collection<String> problems) {
        failures += problems.size();
        problems.stream().limit(SHOWN).forEach(problem -> say("  FAILED: " + problem));
        if (problems.size() > SHOWN) {
            say("  FAILED: and " + (problems.size() - SHOWN) + " more");
        }
    }

    int failures() {
        return failures;
    }

    void table() {
        say(String.format(Locale.ROOT, "%-28s %6s  %s", "server    fault", "number", "recovery in ms: median, most"));
        int all = 0;
        for (Map.Entry<String, List<Long>> kind : recoveries.entrySet()) {
            List<Long> sorted = kind.getValue().stream().sorted().toList();
            all += sorted.size();
            say(String.format(
                    Locale.ROOT,
                    "%-28s %6d  %6d %6d",
                    kind.getKey(),
                    sorted.size(),
                    sorted.get(sorted.size() / 2),
                    sorted.getLast()));
        }
        say("faults " + all + ", failures " + failures);
    }
}
