package org.cadreledger.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchiveTest extends ArchiveFixture {

    private List<Commit> throughHistory(CommitLog of) {
        List<Commit> read = new ArrayList<>();
        List<Commit> page = of.history(0, 7);
        while (!page.isEmpty()) {
            read.addAll(page);
            page = of.history(read.size(), 7);
        }
        return read;
    }

    private double damaged() {
        return meters.get("ledger.archive.damaged").counter().count();
    }

    @Test
    void segments_give_the_very_commits_of_the_database_as_far_as_they_reach() throws IOException {
        Archive archive = written();
        assertThat(archive.position()).isEqualTo(2 * SEGMENT);
        assertThat(archive.after(0)).hasValue(log.commits(0, SEGMENT));
        assertThat(archive.after(13)).hasValue(log.commits(13, SEGMENT - 3));
        assertThat(archive.after(2 * SEGMENT)).isEmpty();
        log.readSealed(archive);
        assertThat(throughHistory(log)).isEqualTo(all(log)).hasSize(25);
        assertThat(damaged()).isZero();
    }

    @Test
    void a_segment_ends_with_its_bytes_when_commits_are_large() throws IOException {
        Archive archive = new Archive(log, folder, new ArchiveLimits(SEGMENT, 1), meters);
        assertThat(archive.writeNext()).isTrue();
        assertThat(archive.position()).isEqualTo(1);
        assertThat(archive.after(0)).hasValue(log.commits(0, 1));
    }

    @Test
    void what_was_written_before_is_used_after_a_start_and_what_was_not_finished_is_removed() throws IOException {
        written();
        Path unfinished = Files.writeString(folder.resolve("commits-21-1.part"), "half");
        Archive again = archive();
        assertThat(unfinished).doesNotExist();
        assertThat(again.position()).isEqualTo(2 * SEGMENT);
        assertThat(again.after(0)).hasValue(log.commits(0, SEGMENT));
        assertThat(again.writeNext()).isFalse();
    }

    enum Damage {
        CHANGED_TEXT {
            @Override
            void to(ArchiveTest test) throws IOException {
                Path file = test.commits(1, SEGMENT);
                pack(file, unpacked(file).replace("{\\\"number\\\":4}", "{\\\"number\\\":5}"));
            }
        },
        REMOVED_LINE {
            @Override
            void to(ArchiveTest test) throws IOException {
                Path file = test.commits(1, SEGMENT);
                pack(file, unpacked(file).replaceFirst("\\{\"_id\":5,.*\n", ""));
            }
        },
        WHITE_SPACE {
            @Override
            void to(ArchiveTest test) throws IOException {
                Path file = test.commits(1, SEGMENT);
                pack(file, unpacked(file).replaceFirst("\"_id\":5,", "\"_id\": 5,"));
            }
        },
        CUT_OFF {
            @Override
            void to(ArchiveTest test) throws IOException {
                Path file = test.commits(1, SEGMENT);
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            }
        },
        MISSING {
            @Override
            void to(ArchiveTest test) throws IOException {
                Files.delete(test.commits(1, SEGMENT));
            }
        },
        CHANGED_PERSONAL_PART {
            @Override
            void to(ArchiveTest test) throws IOException {
                Path file = test.personal(1, SEGMENT);
                pack(file, unpacked(file).replaceFirst("小", "大"));
            }
        },
        REMOVED_PERSONAL_PART {
            @Override
            void to(ArchiveTest test) throws IOException {
                Path file = test.personal(1, SEGMENT);
                pack(file, unpacked(file).replaceFirst("\\{\"_id\":4,.*\n", ""));
            }
        },
        MISSING_PERSONAL_PARTS {
            @Override
            void to(ArchiveTest test) throws IOException {
                Files.delete(test.personal(1, SEGMENT));
            }
        },
        ANOTHER_LOG_OF_A_SOUND_CHAIN {
            @Override
            void to(ArchiveTest test) throws IOException {
                CommitLog other = test.log(test.database());
                append(other, 0, SEGMENT);
                new SegmentFolder(test.folder, new Export(other))
                        .write(Segment.Kind.COMMITS, 1, SEGMENT, Long.MAX_VALUE);
            }
        };

        abstract void to(ArchiveTest test) throws IOException;
    }

    @ParameterizedTest
    @EnumSource
    void a_damaged_segment_is_told_and_set_aside_the_database_is_read_and_it_is_written_again(Damage damage)
            throws IOException {
        written();
        damage.to(this);
        Archive archive = archive();
        if (damage == Damage.MISSING) {
            assertThat(archive.position()).isZero();
        } else {
            log.readSealed(archive);
            assertThat(throughHistory(log)).isEqualTo(all(log));
            assertThat(damaged()).isEqualTo(1);
            assertThat(archive.position()).isZero();
            assertThat(commits(1, SEGMENT)).doesNotExist();
            assertThat(folder.resolve(commits(1, SEGMENT).getFileName() + ".damaged"))
                    .exists();
        }
        assertThat(archive.writeNext()).isTrue();
        assertThat(archive.position()).isEqualTo(2 * SEGMENT);
        assertThat(archive.after(0)).hasValue(log.commits(0, SEGMENT));
        assertThat(archive.check()).isTrue();
    }

    @Test
    void a_check_looks_at_every_segment_anew() throws IOException {
        Archive archive = written();
        assertThat(archive.after(0)).isPresent();
        Damage.CHANGED_TEXT.to(this);
        assertThat(archive.check()).isFalse();
        assertThat(archive.after(0)).isEmpty();
        assertThat(damaged()).isEqualTo(1);
    }

    @Test
    void a_changed_database_is_not_archived() throws IOException {
        Archive archive = archive();
        database.getCollection("commits").updateOne(Filters.eq("_id", 5L), Updates.set("by", "someone else"));
        assertThatThrownBy(archive::writeNext).isInstanceOf(BrokenLog.class).hasMessageContaining("commit 5");
        assertThat(archive.position()).isZero();
        assertThat(new SegmentFolder(folder, new Export(log)).segments()).isEmpty();
    }

    @Test
    void an_erased_part_is_gone_from_the_files_and_from_what_is_read() throws IOException {
        Archive archive = written();
        archive.backup();
        log.readSealed(archive);
        assertThat(archive.after(0).orElseThrow().get(3).personal()).isNotEmpty();
        assertThat(unpacked(personal(1, SEGMENT))).contains("小\\\\\\\\明");

        assertThat(log.erasePersonal(4, 1)).isTrue();
        assertThat(log.erasePersonal(22, 1)).isTrue();

        assertThat(unpacked(personal(1, SEGMENT))).contains("\"_id\":1,").doesNotContain("\"_id\":4,");
        assertThat(unpacked(personal(21, 25))).contains("\"_id\":25,").doesNotContain("\"_id\":22,");
        assertThat(throughHistory(log)).isEqualTo(all(log));
        assertThat(archive.check()).isTrue();
        assertThat(log.erasePersonal(4, 1)).isFalse();
    }

    @Test
    void an_erasure_that_was_cut_short_is_finished_at_the_next_start() throws IOException {
        written();
        new SegmentFolder(folder, new Export(log)).noteErasing(4);
        assertThat(log.erasePersonal(4, 1)).isTrue();
        assertThat(unpacked(personal(1, SEGMENT))).contains("\"_id\":4,");

        Archive again = archive();
        again.finishErasing();
        assertThat(unpacked(personal(1, SEGMENT))).doesNotContain("\"_id\":4,");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .noneMatch(name -> name.startsWith("eras"));
        }
    }

    @Test
    void an_export_for_third_parties_has_no_personal_part_and_tells_its_progress() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Long> progress = new ArrayList<>();
        Export.Written written = new Export(log).commits(3, 100, out, progress::add);
        assertThat(written.to()).isEqualTo(25);
        assertThat(written.head()).isEqualTo(log.tail().hash());
        assertThat(progress).endsWith(25L);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.lines()).hasSize(25);
        assertThat(text)
                .startsWith("{\"format\":\"cadre-ledger-log\",\"version\":1,\"from\":3,")
                .doesNotContain("salt");
    }
}
