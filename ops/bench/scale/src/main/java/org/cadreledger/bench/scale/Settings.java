package org.cadreledger.bench.scale;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is to be measured.
 *
 * @param entries of each cadre in the year
 * @param lives whether each entry is proposed or claimed first, in commits of their own: 2.7 events an entry instead of one
 * @param whole whether the database has the whole log, or only what the rebuild asks it for: the segments' ends
 * @param data folder that is kept, and used again when it has a log; null for a temporary one
 * @param postgresql JDBC URL of an empty database; null leaves that rival out
 * @param only parts to run: rebuild, ranking, board, reads
 */
record Settings(
        int cadres,
        int entries,
        boolean lives,
        boolean whole,
        @Nullable String data,
        @Nullable String postgresql,
        Set<String> only) {

    static Settings of(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            given.put(arguments.get(i), arguments.get(i + 1));
        }
        return new Settings(
                Integer.parseInt(given.getOrDefault("--cadres", "20000")),
                Integer.parseInt(given.getOrDefault("--entries", "20")),
                Boolean.parseBoolean(given.getOrDefault("--lives", "false")),
                given.getOrDefault("--database", "whole").equals("whole"),
                given.get("--data"),
                given.get("--postgresql"),
                new TreeSet<>(Arrays.asList(given.getOrDefault("--only", "rebuild,ranking,board,reads")
                        .split(","))));
    }
}
