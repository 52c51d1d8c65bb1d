package org.cadreledger.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cadreledger.backup.ImportProgram;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest extends ArchiveFixture {
    private static final int WHOLE = 25;

    private static void restored(CommitLog empty, Path from, List<Long> progress) throws Exception {
        new Restore(empty).run(from, progress::add);
    }

    @Test
    void a_backup_brings_every_commit_back_with_its_personal_parts() throws Exception {
        Archive.Backup backup = archive().backup();
        assertThat(backup.to()).isEqualTo(WHOLE);
        assertThat(backup.segments()).isEqualTo(3);
        assertThat(backup.head()).isEqualTo(log.tail().hash());
        CommitLog empty = log(database());
        List<Long> progress = new ArrayList<>();
        restored(empty, folder, progress);
        assertThat(all(empty)).isEqualTo(all(log));
        assertThat(progress).endsWith((long) WHOLE);
        assertThat(empty.verify(1, WHOLE, at -> {}).ok()).isTrue();
        append(empty, WHOLE, WHOLE + 1);
        assertThat(empty.tail().position()).isEqualTo(WHOLE + 1);
    }

    @Test
    void a_later_backup_replaces_the_short_last_segment() throws IOException {
        Archive archive = archive();
        archive.backup();
        append(log, WHOLE, 33);
        assertThat(archive.backup().to()).isEqualTo(33);
        assertThat(new SegmentFolder(folder, new Export(log)).segments())
                .containsExactlyInAnyOrder(
                        new Segment(Segment.Kind.COMMITS, 1, 10),
                        new Segment(Segment.Kind.COMMITS, 11, 20),
                        new Segment(Segment.Kind.COMMITS, 21, 30),
                        new Segment(Segment.Kind.TAIL, 31, 33));
    }

    @Test
    void an_import_that_was_cut_short_goes_on_where_it_was_and_a_repeat_changes_nothing() throws Exception {
        archive().backup();
        CommitLog empty = log(database());
        empty.restore(log.commits(0, 13));
        restored(empty, folder, new ArrayList<>());
        assertThat(all(empty)).isEqualTo(all(log));
        List<Long> progress = new ArrayList<>();
        restored(empty, folder, progress);
        assertThat(progress).isEmpty();
        assertThat(all(empty)).isEqualTo(all(log));
    }

    @Test
    void a_copy_without_personal_parts_is_like_one_whose_parts_were_erased() throws Exception {
        archive().backup();
        for (Segment segment : new SegmentFolder(folder, new Export(log)).segments()) {
            Files.delete(segment.personal(folder));
        }
        CommitLog empty = log(database());
        restored(empty, folder, new ArrayList<>());
        assertThat(empty.tail()).isEqualTo(log.tail());
        assertThat(all(empty)).allMatch(commit -> commit.personal().isEmpty());
    }

    @Test
    void a_database_with_something_else_in_it_is_left_alone() throws Exception {
        archive().backup();
        CommitLog other = log(database());
        append(other, 0, 4);
        List<Commit> before = all(other);
        assertThatThrownBy(() -> restored(other, folder, new ArrayList<>()))
                .isInstanceOf(Restore.WrongDatabase.class)
                .hasMessageContaining("another commit 4");
        append(log, WHOLE, WHOLE + 1);
        assertThatThrownBy(() -> restored(log, folder, new ArrayList<>())).isInstanceOf(Restore.WrongDatabase.class);
        assertThat(all(other)).isEqualTo(before);
    }

    @Test
    void nothing_of_a_damaged_segment_and_nothing_after_a_gap_is_taken() throws Exception {
        archive().backup();
        Path second = commits(11, 20);
        pack(second, unpacked(second).replaceFirst("\\{\"_id\":15,.*\n", ""));
        CommitLog empty = log(database());
        assertThatThrownBy(() -> restored(empty, folder, new ArrayList<>())).isInstanceOf(DamagedSegment.class);
        assertThat(empty.tail().position()).isEqualTo(10);
        Files.delete(second);
        assertThatThrownBy(() -> restored(empty, folder, new ArrayList<>()))
                .isInstanceOf(DamagedSegment.class)
                .hasMessageContaining("11");
    }

    @Test
    void the_program_imports_into_the_embedded_database(@TempDir Path target) throws IOException {
        archive().backup();
        String setting = "--ledger.embedded.directory=" + target;
        assertThat(ImportProgram.run(String.valueOf(folder), setting)).isZero();
        assertThat(ImportProgram.run(String.valueOf(folder), setting)).isZero();
        assertThat(ImportProgram.run(String.valueOf(target), setting)).isEqualTo(1);
        assertThat(ImportProgram.run()).isEqualTo(1);
    }
}
