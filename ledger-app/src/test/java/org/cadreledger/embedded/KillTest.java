package org.cadreledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.cadreledger.testbed.JavaProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a writing process (SIGKILL) again and again on the same file, and looks after each kill. `-Dembedded.kills=100` for a
 * longer run; a fifth as many again on an encrypted file.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("embedded.kills", 6);
    private static final int ENCRYPTED_KILLS = Math.max(2, KILLS / 5);
    private static final String PASSWORD = "kill-test-password";
    private static final int MOST_LINES = 1_000;
    /** More than a run writes per thread. */
    private static final long RUN_SPAN = 100_000;

    @TempDir
    Path directory;

    @Test
    void a_killed_process_loses_nothing_it_acknowledged() throws Exception {
        killAgainAndAgain("plain", KILLS, EmbeddedOptions.plain());
    }

    @Test
    void nor_on_an_encrypted_file() throws Exception {
        killAgainAndAgain("encrypted", ENCRYPTED_KILLS, EmbeddedOptions.encrypted(PASSWORD.toCharArray()), PASSWORD);
    }

    private void killAgainAndAgain(String file, int kills, EmbeddedOptions options, String... password)
            throws Exception {
        Random random = new Random();
        List<String> acknowledged = new ArrayList<>();
        for (int kill = 1; kill <= kills; kill++) {
            int before = acknowledged.size();
            acknowledged.addAll(runAndKill(kill, random.nextInt(MOST_LINES), password));
            assertThat(acknowledged.size()).as("kill %s", kill).isGreaterThan(before);
            String found = verify(acknowledged, options);
            System.out.printf(
                    "%s kill %d: %d acknowledged, %d so far; %s%n",
                    file, kill, acknowledged.size() - before, acknowledged.size(), found);
        }
        System.out.printf("%s: %d kills, %d acknowledged writes, none lost%n", file, kills, acknowledged.size());
    }

    /** Reads at least so many acknowledgements and whatever came out before the process was gone. */
    private List<String> runAndKill(int run, int lines, String... password) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(directory.toString(), String.valueOf(run * RUN_SPAN)));
        arguments.addAll(List.of(password));
        Process writer = JavaProcess.start(KilledWriter.class, arguments.toArray(String[]::new));
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        Thread reader = Thread.ofPlatform().start(() -> {
            try (BufferedReader output = writer.inputReader()) {
                int acknowledged = 0;
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                    if (line.matches("[iub] \\d+ \\d+")) {
                        seen.add(line);
                        if (acknowledged++ == lines) {
                            writer.toHandle().destroyForcibly(); // the process object would close its output, unread
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(writer.waitFor(2, TimeUnit.MINUTES)).isTrue();
        reader.join();
        return seen;
    }

    /** Opens the file as the next start would; returns what was found, for people. */
    private String verify(List<String> acknowledged, EmbeddedOptions options) {
        try (OpenDatabase open = OpenDatabase.in(directory, options)) {
            Set<Object> present = new HashSet<>();
            for (Document document : open.collection(KilledWriter.LOG).find()) {
                Object id = Objects.requireNonNull(document.get("_id"));
                assertThat(document).as("not torn").isEqualTo(KilledWriter.whole(id));
                present.add(id);
            }
            assertBatchesWhole(present);
            Map<String, Long> versions = new HashMap<>();
            for (Document document : open.collection(KilledWriter.STATE).find()) {
                long version = document.getLong("version");
                assertThat(document.getString("status")).isEqualTo(version < 0 ? null : "s" + version % 5);
                versions.put(document.getString("_id"), version);
            }
            acknowledged.forEach(line -> assertKept(line, present, versions));
            Agreement.assertAgrees(open.embedded(), "cadreledger", KilledWriter.LOG);
            Agreement.assertAgrees(open.embedded(), "cadreledger", KilledWriter.STATE);
            return present.size() + " documents whole, indexes agree, file of "
                    + open.embedded().fileBytes() / 1024 + " kB";
        }
    }

    /** A command is on disk as a whole or not at all. */
    private static void assertBatchesWhole(Set<Object> present) {
        for (Object id : present) {
            if (id instanceof String batched) {
                String thread = batched.substring(0, batched.indexOf('/') + 1);
                long number = Long.parseLong(batched.substring(thread.length()));
                long first = number - number % KilledWriter.BATCH;
                for (int i = 0; i < KilledWriter.BATCH; i++) {
                    assertThat(present.contains(thread + (first + i)))
                            .as(batched)
                            .isTrue();
                }
            }
        }
    }

    private static void assertKept(String line, Set<Object> present, Map<String, Long> versions) {
        String[] parts = line.split(" ", -1);
        int thread = Integer.parseInt(parts[1]);
        long number = Long.parseLong(parts[2]);
        switch (parts[0]) {
            case "i" ->
                assertThat(present.contains(KilledWriter.id(thread, number)))
                        .as(line)
                        .isTrue();
            case "b" -> {
                for (int i = 0; i < KilledWriter.BATCH; i++) {
                    assertThat(present.contains("b" + thread + "/" + (number + i)))
                            .as(line)
                            .isTrue();
                }
            }
            default ->
                assertThat(versions.get(thread + "/" + number / RUN_SPAN * RUN_SPAN))
                        .as(line)
                        .isGreaterThanOrEqualTo(number);
        }
    }
}
