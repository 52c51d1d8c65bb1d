package org.cadreledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening the file, and refusing to. */
class FileTest {
    private static final char[] PASSWORD = "长的 password".toCharArray();

    @TempDir
    Path directory;

    @Test
    void a_missing_directory_is_created() {
        fill(directory.resolve("a/b"), EmbeddedOptions.plain(), 1);
        assertThat(directory.resolve("a/b/cadreledger.mv.db")).exists();
    }

    @Test
    void a_second_opening_is_refused() {
        try (EmbeddedMongo first = EmbeddedMongo.open(directory, EmbeddedOptions.plain())) {
            assertThatThrownBy(() -> EmbeddedMongo.open(directory, EmbeddedOptions.plain()))
                    .isInstanceOf(UnusableDatabase.class)
                    .hasMessageContaining("has it open")
                    .hasMessageContaining(first.file().toString())
                    .hasMessageContaining("LEDGER_EMBEDDED_DIRECTORY");
        }
        fill(directory, EmbeddedOptions.plain(), 1);
    }

    @Test
    void another_process_holding_the_file_is_named_as_the_reason() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledWriter.class.getName(),
                        directory.toString(),
                        "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String line = "";
            while (line != null && !line.startsWith("i ")) {
                line = other.inputReader().readLine();
            }
            assertThatThrownBy(() -> EmbeddedMongo.open(directory, EmbeddedOptions.plain()))
                    .isInstanceOf(UnusableDatabase.class)
                    .hasMessageContaining("another process");
        } finally {
            other.destroyForcibly();
            other.waitFor();
        }
    }

    @Test
    void an_overwritten_header_is_refused() throws IOException {
        fill(directory, EmbeddedOptions.plain(), 100);
        damage(file -> write(file, 0, new byte[8192]));
        assertDamaged();
    }

    @Test
    void a_file_that_was_cut_off_is_refused() throws IOException {
        fill(directory, EmbeddedOptions.plain(), 5_000);
        damage(file -> {
            try {
                file.setLength(file.length() / 2);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertDamaged();
    }

    @Test
    void a_file_with_other_contents_is_refused() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        Files.write(directory.resolve("cadreledger.mv.db"), noise);
        assertDamaged();
    }

    @Test
    void a_damaged_newest_commit_is_refused_after_a_clean_stop() throws IOException {
        fill(directory, EmbeddedOptions.plain(), 2_000);
        damage(file -> {
            try {
                write(file, file.length() - 4096, new byte[4096]);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertDamaged();
    }

    @Test
    void an_encrypted_file_opens_with_its_password_only() throws IOException {
        fill(directory, EmbeddedOptions.encrypted(PASSWORD), 50);
        byte[] bytes = Files.readAllBytes(directory.resolve("cadreledger.mv.db"));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("cadreledger.things");
        assertThatThrownBy(() -> EmbeddedMongo.open(directory, EmbeddedOptions.plain()))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("encrypted");
        assertThatThrownBy(() -> EmbeddedMongo.open(directory, EmbeddedOptions.encrypted("wrong".toCharArray())))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("password is wrong");
        assertThat(count(EmbeddedOptions.encrypted(PASSWORD))).isEqualTo(50);
    }

    @Test
    void a_password_for_a_plain_file_is_refused() {
        fill(directory, EmbeddedOptions.plain(), 1);
        assertThatThrownBy(() -> EmbeddedMongo.open(directory, EmbeddedOptions.encrypted(PASSWORD)))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("not encrypted");
        assertThat(count(EmbeddedOptions.plain())).isEqualTo(1);
    }

    private void assertDamaged() throws IOException {
        Path file = directory.resolve("cadreledger.mv.db");
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> EmbeddedMongo.open(directory, EmbeddedOptions.plain()))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining(file.toString())
                .hasMessageContaining("restore a backup");
        assertThat(Files.readAllBytes(file)).as("nothing was changed").isEqualTo(before);
    }

    private void damage(Consumer<RandomAccessFile> how) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(directory.resolve("cadreledger.mv.db").toFile(), "rw")) {
            how.accept(file);
        }
    }

    private static void write(RandomAccessFile file, long position, byte[] bytes) {
        try {
            file.seek(position);
            file.write(bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void fill(Path directory, EmbeddedOptions options, int documents) {
        try (EmbeddedMongo embedded = EmbeddedMongo.open(directory, options);
                MongoClient client =
                        MongoClients.create(embedded.clientSettings().build())) {
            MongoCollection<Document> things = client.getDatabase("cadreledger").getCollection("things");
            for (int from = 0; from < documents; from += 100) {
                List<Document> batch = IntStream.range(from, Math.min(documents, from + 100))
                        .mapToObj(i -> new Document("_id", (long) i).append("text", "x".repeat(200)))
                        .toList();
                things.insertMany(batch);
            }
        }
    }

    private long count(EmbeddedOptions options) {
        try (EmbeddedMongo embedded = EmbeddedMongo.open(directory, options);
                MongoClient client =
                        MongoClients.create(embedded.clientSettings().build())) {
            return client.getDatabase("cadreledger").getCollection("things").countDocuments();
        }
    }
}
