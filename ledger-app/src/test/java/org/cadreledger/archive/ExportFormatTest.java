package org.cadreledger.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cadreledger.store.Tail;
import org.cadreledger.store.WorkedExample;
import org.cadreledger.verify.Verify;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of ops/export-format.md: third parties read exports by it. */
class ExportFormatTest {
    private static String text(JsonBytes lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        lines.flushTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String commits() throws IOException {
        JsonBytes lines = new JsonBytes();
        ExportLines.opening(lines, 1, Tail.EMPTY.hash());
        ExportLines.commit(lines, WorkedExample.COMMIT);
        ExportLines.closing(lines, 1, 1, 1, WorkedExample.HASH);
        return text(lines);
    }

    private static String personal() throws IOException {
        JsonBytes lines = new JsonBytes();
        ExportLines.openingOfPersonal(lines, 1);
        ExportLines.personal(lines, WorkedExample.COMMIT);
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
                .isEqualTo(new Verify.Result(1, 1, 1, 1, WorkedExample.HASH, 0, List.of()));

        Segment segment = new Segment(Segment.Kind.COMMITS, 1, 1);
        ArchiveFixture.pack(segment.commits(folder), blocks[1]);
        ArchiveFixture.pack(segment.personal(folder), blocks[3]);
        assertThat(SegmentReader.read(folder, segment, Tail.EMPTY)).containsExactly(WorkedExample.COMMIT);
    }
}
