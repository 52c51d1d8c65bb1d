package org.cadreledger.chaos;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param faults of all servers together
 * @param server {@code ferretdb}, {@code embedded} or {@code both}
 * @param minutes after so many no further fault is begun, and the run has failed
 * @param folder for all that is written
 * @param selfCheck only show that the checks can fail
 */
record Options(int faults, long seed, String server, int minutes, Path folder, boolean selfCheck, Software software) {

    private static final String SELF_CHECK = "--self-check";
    private static final List<String> SERVERS = List.of("ferretdb", "embedded", "both");
    private static final Set<String> KNOWN = Set.of(
            "--faults",
            "--seed",
            "--server",
            "--minutes",
            "--folder",
            "--java",
            "--jar",
            "--cache",
            "--clock",
            "--ferretdb");

    /** @throws IllegalArgumentException for what it does not know */
    static Options of(String... arguments) {
        Map<String, String> given = new HashMap<>(Map.of("--faults", "200", "--seed", "1", "--minutes", "60"));
        boolean selfCheck = false;
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals(SELF_CHECK)) {
                selfCheck = true;
            } else if (KNOWN.contains(arguments[i]) && i + 1 < arguments.length) {
                given.put(arguments[i], arguments[++i]);
            } else {
                throw new IllegalArgumentException("what is " + arguments[i] + "?");
            }
        }
        String server = given.getOrDefault("--server", "both");
        if (!SERVERS.contains(server)) {
            throw new IllegalArgumentException("--server is one of " + SERVERS);
        }
        Software software = new Software(
                path(given, "--java"),
                path(given, "--jar"),
                path(given, "--cache"),
                given.containsKey("--clock") ? path(given, "--clock") : null,
                path(given, "--ferretdb"));
        return new Options(
                Integer.parseInt(given.get("--faults")),
                Long.parseLong(given.get("--seed")),
                server,
                Integer.parseInt(given.get("--minutes")),
                path(given, "--folder"),
                selfCheck,
                software);
    }

    private static Path path(Map<String, String> given, String name) {
        return Path.of(Objects.requireNonNull(given.get(name), name)).toAbsolutePath();
    }

    /** How many faults that server gets: of both, FerretDB three of four. */
    int faultsOn(boolean ferretdb) {
        return switch (server) {
            case "ferretdb" -> ferretdb ? faults : 0;
            case "embedded" -> ferretdb ? 0 : faults;
            default -> ferretdb ? faults - faults / 4 : faults / 4;
        };
    }
}
