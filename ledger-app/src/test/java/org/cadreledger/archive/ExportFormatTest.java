package org.cadreledger.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cadreledger.store.Commit;
import org.cadreledger.store.PersonalPart;
import org.cadreledger.store.StoredEvent;
import org.cadreledger.store.Tail;
import org.cadreledger.verify.Verify;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of ops/export-format.md: third parties read exports by it. */
class ExportFormatTest {
    private static final String HASH = "0289b6f15358502747c0a1149d30e695e1a034ffbedd2575c26ec08e5839b62f";
    private static final Commit EXAMPLE = new Commit(
            1,
            "user/u1/demo-1",
            null,
            "{\"n\":1}",
            "u1",
            Instant.parse("2026-03-31T08:00:00.123Z"),
            List.of("cadre:c1/0000000000"),
            List.of(new StoredEvent(
                    "e-1",
                    "cadre:c1",
                    "Cadre",
                    0,
                    "test.opened.v1",
                    "county-1",
                    "{\"id\":\"c1\",\"day\":\"2026-01-02\"}",
                    "82e29038f6997b3ec3faf296c0f233cab008ef53df263bdb897514133246afda")),
            Map.of(0, new PersonalPart("000102030405060708090a0b0c0d0e0f", "{\"name\":\"王小明\"}")),
            "SHA-256",
            "0".repeat(64),
            HASH);

    private static String text(JsonBytes lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        lines.flushTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String commits() throws IOException {
        JsonBytes lines = new JsonBytes();
        ExportLines.opening(lines, 1, Tail.EMPTY.hash());
        ExportLines.commit(lines, EXAMPLE);
        ExportLines.closing(lines, 1, 1, 1, HASH);
        return text(lines);
    }

    private static String personal() throws IOException {
        JsonBytes lines = new JsonBytes();
        ExportLines.openingOfPersonal(lines, 1);
        ExportLines.personal(lines, EXAMPLE);
        ExportLines.closingOfPersonal(lines, 1, 1);
        return text(lines);
    }

    @Test
    void the_document_shows_what_is_written() throws IOException {
        assertThat(Files.readString(Path.of("..", "ops", "export-format.md"))).contains(commits(), personal());
    }

    @Test
    void the_example_of_the_document_is_sound_and_reads_back(@TempDir Path folder) throws Exception {
        String[] blocks =
                Files.readString(Path.of("..", "ops", "export-format.md")).split("```\n?", -1);
        Files.writeString(folder.resolve("commits-1-1.jsonl"), blocks[1]);
        Files.writeString(folder.resolve("personal-1-1.jsonl"), blocks[3]);
        assertThat(Verify.check(List.of(folder), List.of()))
                .isEqualTo(new Verify.Result(1, 1, 1, 1, HASH, 0, List.of()));

        Segment segment = new Segment(Segment.Kind.COMMITS, 1, 1);
        ArchiveFixture.pack(segment.commits(folder), blocks[1]);
        ArchiveFixture.pack(segment.personal(folder), blocks[3]);
        assertThat(SegmentReader.read(folder, segment, Tail.EMPTY)).containsExactly(EXAMPLE);
    }
}
