package org.cadreledger.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.archive.DamagedSegment;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.testbed.MemoryMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceBackupTest {
    private static final byte[] ONE = "%PDF-1.7 one".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TWO = "%PDF-1.7 two".getBytes(StandardCharsets.US_ASCII);
    private static final Actor STAFF = new Actor("r", Set.of(Role.REVIEWER), null, "j1", null);

    private final MemoryMongo server = new MemoryMongo();
    private final MongoDatabase database = server.client().getDatabase("from");
    private final EvidenceStore from = new EvidenceStore(database, Clock.systemUTC());
    private final EvidenceStore to = new EvidenceStore(server.client().getDatabase("to"), Clock.systemUTC());
    private final EvidenceBackup backup = new EvidenceBackup(from);
    private final EvidenceBackup restored = new EvidenceBackup(to);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    private Evidence put(byte[] content) {
        return from.put(content, "scan.pdf", STAFF, CommandKey.fresh());
    }

    private Path file(Evidence evidence) {
        return folder.resolve("evidence").resolve(evidence.sha256());
    }

    @Test
    void uploads_come_back_as_they_were_and_each_content_lies_there_once_under_its_hash() throws Exception {
        List<Evidence> uploads = List.of(put(ONE), put(TWO), put(ONE));
        assertThat(backup.write(folder)).isEqualTo(new EvidenceBackup.Result(3, List.of()));
        try (var files = Files.list(folder.resolve("evidence"))) {
            assertThat(files).containsExactlyInAnyOrder(file(uploads.get(0)), file(uploads.get(1)));
        }
        for (int i = 0; i < 2; i++) {
            assertThat(restored.restore(folder)).contains(new EvidenceBackup.Result(3, List.of()));
            assertThat(uploads)
                    .allSatisfy(
                            upload -> assertThat(to.find(upload.evidenceId())).contains(upload));
            assertThat(to.read(uploads.get(2).evidenceId()))
                    .hasValueSatisfying(read -> assertThat(read).isEqualTo(ONE));
        }
    }

    @Test
    void what_lies_in_the_folder_already_is_not_copied_again() throws IOException {
        Evidence one = put(ONE);
        backup.write(folder);
        Files.write(file(one), TWO);
        Evidence two = put(TWO);
        assertThat(backup.write(folder).uploads()).isEqualTo(2);
        assertThat(file(one)).hasBinaryContent(TWO);
        assertThat(file(two)).hasBinaryContent(TWO);
    }

    @Test
    void only_the_user_of_the_program_reads_it() throws IOException {
        Evidence one = put(ONE);
        backup.write(folder);
        for (Path file : List.of(file(one), folder.resolve("evidence.jsonl"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void content_that_is_not_what_its_name_says_is_neither_written_nor_taken_and_told() throws Exception {
        Evidence one = put(ONE);
        Evidence two = put(TWO);
        Document changed = new Document("$set", new Document("data", new org.bson.types.Binary(ONE)));
        for (Document chunk : database.getCollection("evidence.chunks").find()) {
            database.getCollection("evidence.chunks").updateOne(Filters.eq("_id", chunk.get("_id")), changed);
        }
        assertThat(backup.write(folder)).isEqualTo(new EvidenceBackup.Result(2, List.of(two.sha256())));
        assertThat(file(two)).doesNotExist();

        assertThat(restored.restore(folder)).contains(new EvidenceBackup.Result(2, List.of(two.sha256())));
        Files.write(file(two), ONE);
        assertThat(restored.restore(folder)).contains(new EvidenceBackup.Result(2, List.of(two.sha256())));
        assertThat(to.find(two.evidenceId())).contains(two);
        assertThat(to.read(one.evidenceId()))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(ONE));
    }

    @Test
    void a_list_that_was_cut_is_refused_and_a_folder_without_one_is_told_apart() throws Exception {
        assertThat(restored.restore(folder)).isEmpty();
        Evidence one = put(ONE);
        put(TWO);
        backup.write(folder);
        Path list = folder.resolve("evidence.jsonl");
        List<String> lines = Files.readAllLines(list);
        Files.write(list, List.of(lines.get(0), lines.get(2)));
        assertThatThrownBy(() -> restored.restore(folder)).isInstanceOf(DamagedSegment.class);
        Files.write(list, lines.subList(0, 2));
        assertThatThrownBy(() -> restored.restore(folder)).isInstanceOf(DamagedSegment.class);
        assertThat(to.find(one.evidenceId())).isEmpty();
    }
}
