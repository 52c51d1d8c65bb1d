package org.cadreledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cadreledger.backup.ImportProgram;
import org.cadreledger.verify.Verify;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

class EmbeddedCountyYearTest extends CountyYear {
    private static final String REVIEWER = "reviewer1";

    @TempDir
    private static Path folder;

    @Override
    Program open() {
        return Program.over(folder);
    }

    @Test
    void a_backup_of_the_running_program_proves_its_boards_to_whoever_has_no_server(@TempDir Path answers)
            throws IOException {
        Program.Answer backup = program.post(OPERATOR, "/archive/backup", Map.of());
        assertThat(backup.body().path("to").asLong())
                .isEqualTo(proof().path("to").asLong());
        Path archive = Path.of(backup.body().path("directory").asString());
        Verify.Result log = Verify.check(List.of(archive), List.of());
        assertThat(log.fault()).isEmpty();
        assertThat(log.head()).isEqualTo(proof().path("head").asString());
        assertThat(log.parts()).isPositive();
        Path section = answers.resolve("section.json");
        Path reserve = answers.resolve("reserve.json");
        for (CountyReader.Published board : county().boards()) {
            Files.writeString(section, board.section().toString());
            Files.writeString(reserve, board.reserve().toString());
            assertThat(Verify.check(List.of(archive), List.of(reserve, section)).fault())
                    .as("%s", board.period())
                    .isEmpty();
            String row = board.section().path("rows").get(0).path("cadreId").asString();
            Files.writeString(section, board.section().toString().replace("\"" + row + "\"", "\"c-other\""));
            assertThat(Verify.check(List.of(archive), List.of(section, reserve)).fault())
                    .first()
                    .isEqualTo("the board's seal does not cover its content");
        }
    }

    @Test
    void a_backup_imported_into_an_empty_database_is_the_same_program(@TempDir Path copy, @TempDir Path empty)
            throws IOException {
        byte[] scan = "%PDF-1.7 kept".getBytes(StandardCharsets.US_ASCII);
        String evidence = program.upload(REVIEWER, "scan.pdf", scan);
        JsonNode backup = program.post(OPERATOR, "/archive/backup", Map.of()).body();
        assertThat(backup.path("evidence").asLong()).isGreaterThan(1);
        assertThat(backup.path("damagedEvidence")).isEmpty();
        assertThat(backup.path("users").asLong()).isGreaterThan(4);
        FileSystemUtils.copyRecursively(Path.of(backup.path("directory").asString()), copy);
        JsonNode log = proof();
        Map<String, String> seals = county().seals();
        Map<String, JsonNode> before = county().everything();

        assertThat(ImportProgram.run(copy.toString(), "--ledger.embedded.directory=" + empty))
                .isZero();
        Program here = program;
        try (Program restored = Program.over(empty)) {
            program = restored;
            introduce();
            assertThat(proof()).isEqualTo(log);
            assertThat(county().seals()).isNotEmpty().isEqualTo(seals);
            assertThat(county().everything()).isEqualTo(before);
            assertThat(restored.download(REVIEWER, "/evidence/" + evidence)).isEqualTo(scan);
        } finally {
            program = here;
        }
    }

    @Test
    void the_metrics_say_how_far_chain_and_projections_are() {
        // the self-audit's first pass comes after a while: its gauge is there before
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            Map<String, Double> metrics = program.metrics();
            assertThat(metrics.get("ledger_chain_verified_position")).isGreaterThan(900);
        });
        Map<String, Double> metrics = program.metrics();
        assertThat(metrics.get("ledger_projection_mismatch_total{projection=\"tallies\"}"))
                .isZero();
        assertThat(metrics.get("ledger_chain_faults_total")).isZero();
        for (String group : List.of("ledger", "desk")) {
            String tag = "{projection=\"" + group + "\"}";
            assertThat(metrics.get("ledger_projection_lag_events" + tag)).isZero();
            assertThat(metrics.get("ledger_projection_lag_seconds" + tag)).isZero();
            assertThat(metrics.get("ledger_projection_position" + tag)).isGreaterThan(900);
        }
        assertThat(metrics.get("ledger_store_append_seconds_count")).isGreaterThanOrEqualTo(0);
        assertThat(metrics.get("ledger_store_batch_count")).isGreaterThanOrEqualTo(0);
        assertThat(metrics.get("ledger_store_tail")).isGreaterThan(900);
        assertThat(metrics.get("ledger_archive_position")).isGreaterThanOrEqualTo(0);
        assertThat(metrics.get("ledger_archive_damaged_total")).isZero();
    }
}
