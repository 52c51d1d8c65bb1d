package org.cadreledger.bench.http;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be measured.
 *
 * @param java program of the server's JVM
 * @param jvm its options
 * @param jar the extracted program
 * @param mongodb URI of an external server; null for the embedded database
 * @param databases processes of the external server
 * @param clients numbers of keep-alive connections, each measured in turn
 * @param rounds of each
 * @param cadres of the county, each with a user
 * @param commands claims of each round, and half as many pieces of month-end work
 * @param warmUp rounds before
 * @param profile file for the flight recording of the measured rounds; null for none
 */
record Settings(
        String java,
        List<String> jvm,
        Path jar,
        String mongodb,
        List<Long> databases,
        List<Integer> clients,
        int rounds,
        int cadres,
        int commands,
        int warmUp,
        Path profile) {
    private static final Set<String> KNOWN = Set.of(
            "--java",
            "--jvm",
            "--jar",
            "--mongodb",
            "--databases",
            "--clients",
            "--rounds",
            "--cadres",
            "--commands",
            "--warm-up",
            "--profile");

    static Settings of(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!KNOWN.contains(arguments[i]) || i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + "? known: " + KNOWN);
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        String profile = given.get("--profile");
        return new Settings(
                given.getOrDefault("--java", "java"),
                words(given.getOrDefault("--jvm", "-Xmx2g")),
                Path.of(given.getOrDefault("--jar", "")).toAbsolutePath(),
                given.get("--mongodb"),
                words(given.getOrDefault("--databases", "")).stream()
                        .map(Long::valueOf)
                        .toList(),
                Arrays.stream(given.getOrDefault("--clients", "64,256").split(","))
                        .map(Integer::valueOf)
                        .toList(),
                Integer.parseInt(given.getOrDefault("--rounds", "3")),
                Integer.parseInt(given.getOrDefault("--cadres", "3000")),
                Integer.parseInt(given.getOrDefault("--commands", "3000")),
                Integer.parseInt(given.getOrDefault("--warm-up", "3")),
                profile == null ? null : Path.of(profile).toAbsolutePath());
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
