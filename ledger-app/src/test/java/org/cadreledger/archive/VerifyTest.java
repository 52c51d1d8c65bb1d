package org.cadreledger.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cadreledger.verify.Verify;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The standalone verifier, on files of the archive. */
class VerifyTest extends ArchiveFixture {

    @BeforeEach
    void backUp() throws IOException {
        archive().backup();
    }

    private Verify.Result check() {
        return Verify.check(List.of(folder), List.of());
    }

    private void assertBadAt(long position) {
        Verify.Result found = check();
        assertThat(found.ok()).isFalse();
        assertThat(found.bad()).as("%s", found.fault()).isEqualTo(position);
        assertThat(found.to()).isEqualTo(position - 1);
        assertThat(found.fault()).hasSize(2).doesNotContain("");
    }

    /** Changes the lines of the second segment: commits 11 to 20 between opening and closing. */
    private void change(UnaryOperator<List<String>> edit) throws IOException {
        Path file = commits(11, 20);
        List<String> lines = edit.apply(new ArrayList<>(unpacked(file).lines().toList()));
        pack(file, String.join("\n", lines) + "\n");
    }

    @Test
    void an_untouched_backup_is_sound_to_its_end() {
        Verify.Result found = check();
        long events =
                all(log).stream().mapToLong(commit -> commit.events().size()).sum();
        long parts =
                all(log).stream().mapToLong(commit -> commit.personal().size()).sum();
        assertThat(found)
                .isEqualTo(new Verify.Result(1, 25, events, parts, log.tail().hash(), 0, List.of()));
    }

    @Test
    void commits_alone_are_sound_too_and_so_is_a_part_of_the_log_and_plain_text() throws IOException {
        Path plain = folder.resolve("part.jsonl");
        Files.writeString(plain, unpacked(commits(11, 20)));
        Verify.Result found = Verify.check(List.of(plain), List.of());
        assertThat(found.ok()).as("%s", found).isTrue();
        assertThat(found.from()).isEqualTo(11);
        assertThat(found.head()).isEqualTo(log.hash(20).orElseThrow());
        assertThat(found.parts()).isZero();
    }

    @Test
    void a_flipped_byte_is_found_wherever_it_is_in_a_commit() throws IOException {
        byte[] whole = unpacked(commits(11, 20)).getBytes(StandardCharsets.UTF_8);
        String[] lines = new String(whole, StandardCharsets.UTF_8).split("\n", -1);
        int begin = 0;
        for (int line = 0; line < 4; line++) {
            begin += lines[line].getBytes(StandardCharsets.UTF_8).length + 1;
        }
        int end = begin + lines[4].getBytes(StandardCharsets.UTF_8).length;
        Path file = Files.move(commits(11, 20), folder.resolve("commits-11-20.jsonl"));
        for (int at = begin; at < end; at += 7) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            assertBadAt(14);
        }
        Files.write(file, whole);
        assertThat(check().ok()).isTrue();
    }

    @Test
    void a_removed_a_swapped_and_an_inserted_commit_are_found() throws IOException {
        byte[] whole = Files.readAllBytes(commits(11, 20));
        change(lines -> {
            lines.remove(5);
            return lines;
        });
        assertBadAt(15);
        Files.write(commits(11, 20), whole);
        change(lines -> {
            Collections.swap(lines, 3, 6);
            return lines;
        });
        assertBadAt(13);
        Files.write(commits(11, 20), whole);
        change(lines -> {
            lines.add(4, lines.get(3).replace("\"_id\":13", "\"_id\":14"));
            return lines;
        });
        assertBadAt(14);
    }

    @Test
    void a_missing_segment_a_cut_off_one_and_a_wrong_closing_line_are_found() throws IOException {
        byte[] whole = Files.readAllBytes(commits(11, 20));
        Files.delete(commits(11, 20));
        assertBadAt(11);
        Files.write(commits(11, 20), whole);
        change(lines -> lines.subList(0, 6));
        assertBadAt(16);
        Files.write(commits(11, 20), whole);
        change(lines -> {
            lines.set(11, lines.getLast().replace("\"to\":20", "\"to\":21"));
            return lines;
        });
        assertBadAt(21);
        Files.write(commits(11, 20), Arrays.copyOf(whole, whole.length - 9));
        assertThat(check().ok()).isFalse();
    }

    @Test
    void a_changed_personal_part_is_found_and_an_erased_one_is_not() throws IOException {
        log.readSealed(archive());
        assertThat(log.erasePersonal(13, 1)).isTrue();
        assertThat(check().ok()).isTrue();
        pack(personal(11, 20), unpacked(personal(11, 20)).replaceFirst("小", "大"));
        assertBadAt(16);
    }

    @Test
    void it_says_so_in_two_languages_and_by_its_exit_code() throws IOException {
        assertThat(run("--en"))
                .startsWith("0 SOUND: commits 1-25")
                .contains(log.tail().hash());
        assertThat(run("--zh")).startsWith("0 完好: 提交 1-25");
        Files.delete(commits(11, 20));
        assertThat(run("--en")).startsWith("1 NOT SOUND - position 11: the file begins at 21");
        assertThat(run("--zh")).startsWith("1 不符 — 位置 11: 文件始于 21");
        ByteArrayOutputStream nothing = new ByteArrayOutputStream();
        assertThat(Verify.run(List.of(), new PrintStream(nothing))).isEqualTo(1);
        assertThat(Verify.check(List.of(folder.resolve("none")), List.of()).ok())
                .isFalse();
    }

    private String run(String language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = Verify.run(
                List.of(String.valueOf(folder), language), new PrintStream(out, true, StandardCharsets.UTF_8));
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }

    /** As a third party runs it: the one source file, with nothing on the class path. */
    @Test
    void it_runs_from_its_source_alone() throws Exception {
        Path source = Path.of("src/main/java/org/cadreledger/verify/Verify.java");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        String.valueOf(java), String.valueOf(source), String.valueOf(folder), "--en")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).startsWith("SOUND: commits 1-25");
    }
}
