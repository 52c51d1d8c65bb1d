package org.cadreledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
        Process other = writer().redirectError(ProcessBuilder.Redirect.DISCARD).start();
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
    void a_refused_second_opening_leaves_the_file_locked_for_other_processes() throws Exception {
        try (EmbeddedMongo first = EmbeddedMongo.open(directory, EmbeddedOptions.plain())) {
            assertThatThrownBy(() -> EmbeddedMongo.open(directory, EmbeddedOptions.plain()))
                    .isInstanceOf(UnusableDatabase.class);
            Process other = writer().redirectErrorStream(true).start();
            try {
                String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(other.waitFor()).as(said).isEqualTo(1);
                assertThat(said)
                        .contains("another process")
                        .contains(first.file().toString());
            } finally {
                other.destroyForcibly();
            }
        }
    }

    @Test
    void a_directory_that_cannot_be_made_is_named() throws IOException {
        Path plain = Files.writeString(directory.resolve("plain"), "a file");
        assertThatThrownBy(() -> EmbeddedMongo.open(plain.resolve("data"), EmbeddedOptions.plain()))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("its directory cannot be created")
                .hasMessageContaining("LEDGER_EMBEDDED_DIRECTORY");
    }

    @Test
    void a_file_that_cannot_be_opened_is_named() throws IOException {
        Files.createDirectory(directory.resolve("cadreledger.mv.db"));
        assertThatThrownBy(() -> EmbeddedMongo.open(directory, EmbeddedOptions.plain()))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("cannot be read or written")
                .hasMessageContaining("permissions");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_full_disk_is_named() throws IOException {
        Files.createSymbolicLink(directory.resolve("cadreledger.mv.db"), Path.of("/dev/full"));
        assertThatThrownBy(() -> EmbeddedMongo.open(directory, EmbeddedOptions.plain()))
                .isInstanceOf(UnusableDatabase.class)
                .hasMessageContaining("No space left")
                .hasMessageContaining("Check the space on the disk");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its files have no owners' permissions as POSIX has them")
    void the_file_is_its_owners_alone() throws IOException {
        fill(directory, EmbeddedOptions.plain(), 1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("cadreledger.mv.db"))))
                .isEqualTo("rw-------");
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

    private ProcessBuilder writer() {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KilledWriter.class.getName(),
                directory.toString(),
                "0");
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
