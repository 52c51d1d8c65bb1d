package org.cadreledger.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.registerbed.Refused.fields;
import static org.cadreledger.registerbed.Refused.with;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.refusal.Reason;
import org.cadreledger.testbed.MemoryMongo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceStoreTest {
    private static final MemoryMongo SERVER = new MemoryMongo();
    private static final Instant NOW = Instant.parse("2026-03-15T04:00:00.123456Z");
    private static final byte[] PDF = "%PDF-1.7 one page".getBytes(StandardCharsets.US_ASCII);
    private static final Actor C1 = new Actor("u1", Set.of(Role.CADRE), "c1", "j1", null);
    private static final Actor C2 = new Actor("u2", Set.of(Role.CADRE), "c2", "j1", null);
    private static final Actor STAFF = new Actor("r", Set.of(Role.REVIEWER), null, "j1", null);

    @SuppressWarnings("NullAway.Init")
    private MongoDatabase database;

    @SuppressWarnings("NullAway.Init")
    private EvidenceStore store;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @BeforeEach
    void empty() {
        database = SERVER.client().getDatabase("evidence_test");
        database.drop();
        store = new EvidenceStore(database, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Evidence put(byte[] file, Actor by) {
        return store.put(file, "scan.pdf", by, CommandKey.fresh());
    }

    private static byte[] zip(String... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("x".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void a_file_is_kept_with_who_brought_it_and_read_back() {
        Evidence evidence = put(PDF, C1);
        assertThat(evidence.evidenceId()).hasSize(20);
        assertThat(evidence.sha256()).hasSize(64).matches("[0-9a-f]+");
        assertThat(store.find(evidence.evidenceId())).contains(evidence);
        assertThat(evidence)
                .returns("application/pdf", Evidence::mediaType)
                .returns((long) PDF.length, Evidence::size)
                .returns("u1", Evidence::by)
                .returns("c1", Evidence::cadreId)
                .returns("j1", Evidence::jurisdiction)
                .returns(NOW, Evidence::at);
        assertThat(store.read(evidence.evidenceId()))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(PDF));
        assertThat(store.find("unknown")).isEmpty();
        assertThat(store.open("unknown")).isEmpty();
    }

    @Test
    void the_same_content_is_kept_once_for_all_uploads() {
        Evidence first = put(PDF, C1);
        Evidence second = put(PDF, C2);
        assertThat(second.evidenceId()).isNotEqualTo(first.evidenceId());
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(database.getCollection("evidence.files").countDocuments()).isEqualTo(1);
        assertThat(database.getCollection("evidence").countDocuments()).isEqualTo(2);
    }

    @Test
    void a_large_file_comes_back_whole() throws IOException {
        byte[] large = new byte[5_000_000];
        new Random(1).nextBytes(large);
        System.arraycopy(PDF, 0, large, 0, PDF.length);
        Evidence evidence = store.put(new ByteArrayInputStream(large), "large.pdf", STAFF, CommandKey.fresh());
        assertThat(store.read(evidence.evidenceId()))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(large));
    }

    @Test
    void a_repeated_key_gives_the_first_answer_and_other_content_is_refused() {
        CommandKey key = CommandKey.idempotent("u1", "k", "hash");
        Evidence first = store.put(PDF, "a.pdf", C1, key);
        assertThat(store.put(PDF, "a.pdf", C1, key)).isEqualTo(first);
        byte[] other = "%PDF-1.7 two pages".getBytes(StandardCharsets.US_ASCII);
        with(Reason.IDEMPOTENCY_KEY_REUSED, () -> store.put(other, "a.pdf", C1, key));
    }

    @Test
    void kinds_are_known_by_their_content() {
        assertThat(MediaTypes.of(PDF)).contains(MediaTypes.PDF);
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0};
        assertThat(MediaTypes.of(png)).contains(MediaTypes.PNG);
        byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0};
        assertThat(MediaTypes.of(jpeg)).contains(MediaTypes.JPEG);
        assertThat(MediaTypes.of(zip("[Content_Types].xml", "word/document.xml")))
                .contains(MediaTypes.DOCX);
        assertThat(MediaTypes.of(zip("[Content_Types].xml", "xl/workbook.xml"))).contains(MediaTypes.XLSX);
    }

    @Test
    void anything_else_is_refused() {
        List<byte[]> others = List.of(
                "MZ program".getBytes(StandardCharsets.US_ASCII),
                "<html>%PDF-".getBytes(StandardCharsets.US_ASCII),
                "%PD".getBytes(StandardCharsets.US_ASCII),
                zip("readme.txt"),
                zip("word/document.xml"),
                zip("[Content_Types].xml", "ppt/presentation.xml"),
                new byte[] {'P', 'K', 3, 4, 0, 0, 0});
        for (byte[] other : others) {
            with(Reason.UNSUPPORTED_MEDIA_TYPE, () -> put(other, C1));
        }
        assertThat(database.getCollection("evidence").countDocuments()).isZero();
    }

    @Test
    void an_empty_file_and_one_over_twenty_mebibytes_are_refused() {
        fields(() -> put(new byte[0], C1), "file: required");
        byte[] large = new byte[EvidenceStore.MOST_BYTES + 1];
        with(
                Reason.PAYLOAD_TOO_LARGE,
                () -> store.put(new ByteArrayInputStream(large), "l.pdf", C1, CommandKey.fresh()));
    }

    @Test
    void references_are_resolved_in_order_and_once() {
        Evidence one = put(PDF, C1);
        Evidence two = put(PDF, STAFF);
        assertThat(store.resolve(List.of(two.evidenceId(), one.evidenceId(), two.evidenceId()), C1))
                .containsExactly(
                        new EvidenceRef(two.evidenceId(), two.sha256()),
                        new EvidenceRef(one.evidenceId(), one.sha256()));
    }

    @Test
    void unknown_files_and_those_of_another_cadre_cannot_be_named() {
        Evidence of1 = put(PDF, C1);
        fields(
                () -> store.resolve(List.of(of1.evidenceId(), "nothing"), C2),
                "evidence[0]: unknown-evidence",
                "evidence[1]: unknown-evidence");
        assertThat(store.resolve(List.of(of1.evidenceId()), STAFF)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"../../etc/passwd,passwd", "C:\\tmp\\a b.pdf,a b.pdf", "证明.pdf,证明.pdf", "/,file", "' ',file"})
    void names_are_kept_without_paths(String declared, String kept) {
        assertThat(FileNames.tidy(declared)).isEqualTo(kept);
    }

    @Test
    void names_lose_control_characters_and_excess() {
        assertThat(FileNames.tidy("a\r\nb\u202Egpj.exe")).isEqualTo("abgpj.exe");
        assertThat(FileNames.tidy("x".repeat(999))).hasSize(200);
        assertThat(FileNames.tidy(null)).isEqualTo("file");
    }
}
