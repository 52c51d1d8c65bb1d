package org.cadreledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process (SIGKILL) again and again on the same file. `-Dembedded.kills=40` for a longer run. */
class KillTest {
    private static final int KILLS = Integer.getInteger("embedded.kills", 6);
    private static final int MOST_LINES = 2_000;
    /** More than a run writes per thread. */
    private static final long RUN_SPAN = 100_000;

    @TempDir
    Path directory;

    @Test
    void a_killed_process_loses_nothing_it_acknowledged() throws Exception {
        Random random = new Random();
        List<String> acknowledged = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            int before = acknowledged.size();
            acknowledged.addAll(runAndKill(kill, random.nextInt(MOST_LINES)));
            assertThat(acknowledged.size()).as("kill %s", kill).isGreaterThan(before);
            verify(acknowledged);
        }
        System.out.println(KILLS + " kills, " + acknowledged.size() + " acknowledged writes, none lost");
    }

    /** Reads at least so many acknowledgements and whatever came out before the process was gone. */
    private List<String> runAndKill(int run, int lines) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener",
                        KilledWriter.class.getName(),
                        directory.toString(),
                        String.valueOf(run * RUN_SPAN))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
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

    private void verify(List<String> acknowledged) {
        try (EmbeddedMongo embedded = EmbeddedMongo.open(directory, EmbeddedOptions.plain());
                MongoClient client =
                        MongoClients.create(embedded.clientSettings().build())) {
            MongoDatabase database = client.getDatabase("cadreledger");
            MongoCollection<Document> log = database.getCollection(KilledWriter.LOG);
            Set<Object> present = new HashSet<>();
            log.find()
                    .projection(new Document("_id", 1))
                    .forEach(d -> present.add(Objects.requireNonNull(d.get("_id"))));
            Map<String, Long> versions = new HashMap<>();
            database.getCollection(KilledWriter.STATE)
                    .find()
                    .forEach(d -> versions.put(d.getString("_id"), d.getLong("version")));
            acknowledged.forEach(line -> assertKept(line, present, versions));
            Agreement.assertAgrees(embedded, "cadreledger", KilledWriter.LOG);
            Agreement.assertAgrees(embedded, "cadreledger", KilledWriter.STATE);
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
