package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cadreledger.access.Role;
import org.cadreledger.verify.Verify;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log is written in the background, found again, and taken away by who asked for it. */
@InTheBrowser
class LogExportTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int COMMITS = 20;
    private static final String NAME = "commits-000000000001-000000000020.jsonl.gz";

    private static String path(HttpResponse<String> redirect) {
        assertThat(redirect.statusCode()).isEqualTo(302);
        return redirect.headers().firstValue("Location").orElseThrow().replaceFirst(".*(/jobs/)", "$1");
    }

    private static HttpResponse<byte[]> saved(Caller caller, String job) {
        HttpResponse<byte[]> file = caller.download(job + "/file");
        assertThat(file.statusCode()).isEqualTo(200);
        return file;
    }

    @Test
    void without_scripts_it_is_left_found_again_saved_and_verified_without_the_program(Bed bed, @TempDir Path folder)
            throws IOException {
        Caller auditor = Caller.of(bed, bed.userWith(Role.AUDITOR));
        String job = path(auditor.post("/log/export?toPosition=" + COMMITS, Map.of()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(auditor.get(job).body()).contains(job + "/file"));
        assertThat(auditor.get("/jobs").body()).contains(job);

        Caller later = Caller.of(bed, bed.userWith(Role.AUDITOR));
        HttpResponse<byte[]> file = saved(later, job);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/gzip");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", NAME);
        assertThat(file.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isEqualTo(file.body().length);
        assertThat(saved(auditor, job).body()).isEqualTo(file.body());

        Path commits = Files.write(folder.resolve(NAME), file.body());
        Verify.Result found = Verify.check(List.of(commits), List.of());
        assertThat(found).returns(1L, Verify.Result::from).returns((long) COMMITS, Verify.Result::to);
        assertThat(found.fault()).isEmpty();
        assertThat(later.get(job).body())
                .contains(Texts.text(Language.CHINESE, "job.log-exported", COMMITS, found.head()));
    }

    @Test
    void of_a_part_every_commit_is_in_it_whatever_else_is_filtered(Bed bed, @TempDir Path folder) throws IOException {
        Caller auditor = Caller.of(bed, bed.userWith(Role.AUDITOR));
        String filter = "?fromPosition=11&toPosition=" + COMMITS + "&user=nobody";
        assertThat(auditor.get("/log" + filter).body())
                .contains(Texts.text(Language.CHINESE, "log.export", 11, COMMITS));
        String job = path(auditor.post("/log/export" + filter, Map.of()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(auditor.get(job).body()).contains(job + "/file"));
        Path commits =
                Files.write(folder.resolve("part.jsonl.gz"), saved(auditor, job).body());
        Verify.Result found = Verify.check(List.of(commits), List.of());
        assertThat(found).returns(11L, Verify.Result::from).returns((long) COMMITS, Verify.Result::to);
        assertThat(found.fault()).isEmpty();
        assertThat(auditor.get("/log?fromPosition=999999999").body())
                .as("nothing to export")
                .doesNotContain("/log/export");
    }

    @Test
    void nobody_else_gets_the_file(Bed bed) {
        Caller auditor = Caller.of(bed, bed.userWith(Role.AUDITOR));
        String job = path(auditor.post("/log/export?toPosition=1", Map.of()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(auditor.get(job).body()).contains(job + "/file"));
        for (Role role : new Role[] {Role.APPROVER, Role.LEADER, Role.SECURITY_ADMIN}) {
            assertThat(Caller.of(bed, bed.userWith(role)).get(job + "/file").statusCode())
                    .isEqualTo(404);
        }
        assertThat(Caller.nobody(bed).get(job + "/file").statusCode()).isEqualTo(302);
    }

    @Test
    void a_long_action_without_a_file_has_none_to_give(Bed bed) {
        Caller auditor = Caller.of(bed, bed.userWith(Role.AUDITOR));
        String job = path(auditor.post("/log/verify", Map.of()));
        assertThat(auditor.get(job + "/file").statusCode()).isEqualTo(404);
    }
}
