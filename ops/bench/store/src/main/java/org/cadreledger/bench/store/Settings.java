package org.cadreledger.bench.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be measured.
 *
 * @param mongodb URI of an external server; null for the embedded one
 * @param postgresql JDBC URL of an empty database; null leaves that rival out
 * @param rounds at least 1
 * @param seconds of each measurement
 * @param growth events to grow to; 0 for the comparison
 * @param documents of the log that a full queue fills from its beginning, and of the raw collection beside it
 * @param nodes processes that write at once beside one alone; 0 for the comparison
 * @param alone true for this project's store without its rivals, to look at it with a profiler
 */
record Settings(
        @Nullable String mongodb,
        @Nullable String postgresql,
        int rounds,
        double seconds,
        long growth,
        boolean alone,
        int documents,
        int nodes) {

    static Settings of(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            given.put(arguments.get(i), arguments.get(i + 1));
        }
        return new Settings(
                given.get("--mongodb"),
                given.get("--postgresql"),
                Integer.parseInt(given.getOrDefault("--rounds", "5")),
                Double.parseDouble(given.getOrDefault("--seconds", "5")),
                Long.parseLong(given.getOrDefault("--growth", "0")),
                Boolean.parseBoolean(given.getOrDefault("--alone", "false")),
                Integer.parseInt(given.getOrDefault("--documents", "100000")),
                Integer.parseInt(given.getOrDefault("--nodes", "0")));
    }
}
