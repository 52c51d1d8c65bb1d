package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.cadreledger.access.Role;
import org.cadreledger.web.HttpJson;
import org.junit.jupiter.api.Test;

/** The log is written in the background, found again, and taken away by who asked for it. */
@InTheBrowser
class LogExportTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int COMMITS = 20;

    private static String path(HttpResponse<String> redirect) {
        assertThat(redirect.statusCode()).isEqualTo(302);
        return redirect.headers().firstValue("Location").orElseThrow().replaceFirst(".*(/jobs/)", "$1");
    }

    @Test
    void without_scripts_it_is_left_found_again_and_saved(Bed bed) {
        Caller auditor = Caller.of(bed, bed.userWith(Role.AUDITOR));
        String job = path(auditor.post("/log/export?toPosition=" + COMMITS, Map.of()));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(auditor.get(job).body()).contains(job + "/file"));
        assertThat(auditor.get("/jobs").body()).contains(job);

        Caller later = Caller.of(bed, bed.userWith(Role.AUDITOR));
        assertThat(later.get(job).body()).contains(Texts.text(Language.CHINESE, "job.log-exported", COMMITS));
        HttpResponse<String> file = later.get(job + "/file");
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", "ledger-log-1-" + COMMITS + ".jsonl");
        assertThat(file.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isEqualTo(file.body().getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
        assertThat(file.body().lines()).hasSize(COMMITS + 1);
        assertThat(HttpJson.mapper()
                        .readTree(file.body().lines().skip(COMMITS).findFirst().orElseThrow())
                        .path("position")
                        .asLong())
                .isEqualTo(COMMITS);
        assertThat(auditor.get(job + "/file").body()).isEqualTo(file.body());
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
