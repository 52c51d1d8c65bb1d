package org.cadreledger.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked to do.
 *
 * @param url of the program, without {@code /api/v1}
 * @param county the code of the jurisdiction to play; one that has no books yet
 * @param today ends the plan; give the first run's day when repeating it on a later one
 * @param concurrency requests at the same time
 * @param patience how long a call waits for a program that does not answer (it may be restarting)
 * @param report file for the report as JSON; null for none
 * @param journal file that takes a line for every acknowledged write; null for none
 */
public record Options(
        URI url,
        String adminPassword,
        Size size,
        long seed,
        String county,
        LocalDate today,
        int concurrency,
        Duration patience,
        @Nullable Path report,
        @Nullable Path journal) {
    static final String USAGE =
            "Demo --admin-password <password> [--url http://localhost:8080] [--size county|demo|tiny]"
                    + " [--seed 1] [--county qinghe] [--today yyyy-MM-dd] [--concurrency 16] [--patience <seconds>]"
                    + " [--report file.json] [--journal file.tsv]";
    private static final Set<String> NAMES = Set.of(
            "url", "admin-password", "size", "seed", "county", "today", "concurrency", "patience", "report", "journal");

    /** The demo of the README, against a program on this machine. */
    public static Options demo(int port, String adminPassword) {
        return parse("--url", "http://localhost:" + port, "--admin-password", adminPassword, "--size", "demo");
    }

    /** @throws IllegalArgumentException with the usage when an option is unknown or has no value */
    public static Options parse(String... args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || !NAMES.contains(args[i].substring(2)) || i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + "? " + USAGE);
            }
            given.put(args[i].substring(2), args[i + 1]);
        }
        String password = given.get("admin-password");
        if (password == null) {
            throw new IllegalArgumentException(USAGE);
        }
        String report = given.get("report");
        String journal = given.get("journal");
        String today = given.get("today");
        return new Options(
                URI.create(given.getOrDefault("url", "http://localhost:8080")),
                password,
                Size.named(given.getOrDefault("size", "demo")),
                Long.parseLong(given.getOrDefault("seed", "1")),
                given.getOrDefault("county", "qinghe"),
                today == null ? LocalDate.now(Demo.ZONE) : LocalDate.parse(today),
                Integer.parseInt(given.getOrDefault("concurrency", "16")),
                Duration.ofSeconds(Long.parseLong(given.getOrDefault("patience", "30"))),
                report == null ? null : Path.of(report),
                journal == null ? null : Path.of(journal));
    }
}
