package org.cadreledger.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.registerbed.Bean;
import org.cadreledger.testbed.SetClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

/** Files that long actions leave: bounded, and gone with their jobs. */
class JobFilesTest {
    private static final Actor ANNA = new Actor("anna", Set.of(Role.AUDITOR), null, null, null);
    private static final int KEPT = 8;
    private static final long FIVE = 5;

    private static ByteBuffer bytes(String text) {
        return StandardCharsets.UTF_8.encode(text);
    }

    private static String content(ResultFile file) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.copyTo(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Job ended(Jobs jobs, String text, boolean fails) {
        String path = jobs.start(ANNA, "log-export", 1, job -> {
            try {
                job.writes("f.txt", MediaType.TEXT_PLAIN).write(bytes(text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (fails) {
                throw Refusal.of(Reason.NOT_FOUND);
            }
            return new Job.Outcome("log-exported", List.of(), null);
        });
        Job job = jobs.find(path.replace("/jobs/", ""), ANNA).orElseThrow();
        await().until(() -> job.view().state() != Job.State.RUNNING);
        return job;
    }

    private static boolean isThere(Job job) {
        ResultFile file = job.view().file();
        return file != null && file.isThere();
    }

    private static @Nullable String read(Job job) {
        ResultFile file = job.view().file();
        return file == null ? null : content(file);
    }

    @Test
    void the_newest_files_stay_and_all_go_when_the_program_ends() {
        Jobs jobs = new Jobs(new Bean<>(Clock.systemUTC()));
        List<Job> done = new ArrayList<>();
        for (int i = 0; i < KEPT + 3; i++) {
            done.add(ended(jobs, "result " + i, false));
        }
        await().untilAsserted(() -> assertThat(done)
                .filteredOn(JobFilesTest::isThere)
                .containsExactlyElementsOf(done.subList(3, KEPT + 3)));
        assertThat(read(done.get(KEPT))).isEqualTo("result " + KEPT);
        assertThat(jobs.of(ANNA)).hasSize(KEPT + 3);
        jobs.close();
        assertThat(done).noneMatch(JobFilesTest::isThere);
    }

    @Test
    void after_a_day_the_job_and_its_file_are_gone() {
        SetClock clock = new SetClock(Instant.parse("2026-03-01T00:00:00Z"));
        try (Jobs jobs = new Jobs(new Bean<Clock>(clock))) {
            Job job = ended(jobs, "of yesterday", false);
            assertThat(isThere(job)).isTrue();
            clock.goOn(Duration.ofDays(1).plusSeconds(1));
            assertThat(jobs.of(ANNA)).isEmpty();
            assertThat(isThere(job)).isFalse();
        }
    }

    @Test
    void what_has_failed_leaves_no_file() {
        try (Jobs jobs = new Jobs(new Bean<>(Clock.systemUTC()))) {
            assertThat(ended(jobs, "half of it", true).view().file()).isNull();
        }
    }

    @Test
    void a_result_is_no_longer_than_it_may_be() throws IOException {
        try (ResultFile file = ResultFile.open("f", MediaType.TEXT_PLAIN, FIVE)) {
            file.write(bytes("123"));
            file.write(bytes("45"));
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> file.write(bytes("6")));
            assertThat(content(file)).isEqualTo("12345");
            assertThat(file.size()).isEqualTo(FIVE);
        }
    }
}
