package org.cadreledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.cadreledger.demo.Demo;
import org.cadreledger.demo.Options;
import org.cadreledger.demo.Report;
import org.cadreledger.verify.Verify;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A small county's last four quarters, played through HTTP once; then everyone looks at what came of it. */
@TestInstance(Lifecycle.PER_CLASS)
class CountyYearTest {
    private static final String COUNTY = "qinghe";
    private static final String READER = "leader";
    private static final String AUDITOR = "auditor";
    private static final String OPERATOR = "security";
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @TempDir
    private static Path folder;

    private Program program;
    private Report report;

    @BeforeAll
    void play_the_county() throws Exception {
        program = Program.over(folder);
        report = run();
        introduce();
    }

    @AfterAll
    void stop() {
        program.close();
    }

    private Options options() {
        return Options.parse(
                "--url",
                program.url(),
                "--admin-password",
                Program.ADMIN_PASSWORD,
                "--size",
                "tiny",
                "--seed",
                "3",
                "--today",
                today.toString(),
                "--county",
                COUNTY);
    }

    private Report run() throws Exception {
        return Demo.run(options(), line -> {});
    }

    private void introduce() {
        Demo.signIns(options()).forEach(signIn -> program.knows(signIn.user(), signIn.password()));
        program.wrote(proof().path("to").asLong());
    }

    private JsonNode proof() {
        return program.get(AUDITOR, "/log/verify");
    }

    private CountyReader county() {
        return new CountyReader(program, COUNTY, READER, today.getYear() - 2, today.getYear());
    }

    @Test
    void every_call_was_answered_as_planned() {
        assertThat(report.details()).isEmpty();
        assertThat(report.errors()).isZero();
        assertThat(report.calls()).isGreaterThan(900);
    }

    @Test
    void the_log_verifies_to_its_end() {
        JsonNode proof = proof();
        assertThat(proof.path("ok").asBoolean()).as("%s", proof).isTrue();
        assertThat(proof.path("commits").asLong())
                .isEqualTo(proof.path("to").asLong())
                .isGreaterThan(900);
    }

    @Test
    void every_boards_seal_follows_from_what_the_boards_show() {
        assertThat(county().boards())
                .hasSizeGreaterThan(8)
                .allSatisfy(board -> assertThat(SealByHand.of(board.section(), board.reserve()))
                        .as("%s revision %s", board.period(), board.section().path("revision"))
                        .isEqualTo(board.seal())
                        .isEqualTo(board.reserve().path("seal").asString()));
    }

    @Test
    void every_total_on_every_board_is_the_ledgers_as_at_the_boards_position() {
        SoftAssertions softly = new SoftAssertions();
        int rows = 0;
        for (CountyReader.Published board : county().boards()) {
            for (JsonNode row : board.rows()) {
                rows++;
                String path = "/ledgers/" + row.path("cadreId").asString() + "?period=" + board.period() + "&asAt="
                        + board.position();
                softly.assertThat(program.get(AUDITOR, path).path("total").decimalValue())
                        .as("%s", path)
                        .isEqualByComparingTo(row.path("total").decimalValue());
            }
        }
        softly.assertAll();
        assertThat(rows).isGreaterThan(400);
    }

    @Test
    void projections_rebuilt_while_the_program_runs_say_the_same() {
        Map<String, String> seals = county().seals();
        Map<String, JsonNode> before = county().everything();
        for (JsonNode projection : program.get(OPERATOR, "/projections").path("items")) {
            rebuild(projection.path("name").asString());
        }
        assertThat(county().seals()).isNotEmpty().isEqualTo(seals);
        assertThat(county().everything()).isEqualTo(before);
    }

    private void rebuild(String name) {
        int generation = progress(name).path("generation").asInt();
        program.post(OPERATOR, "/projections/" + name + "/reset", Map.of());
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() ->
                        assertThat(progress(name).path("state").asString()).isEqualTo("REBUILT"));
        assertThat(progress(name).path("generation").asInt()).isGreaterThan(generation);
    }

    private JsonNode progress(String name) {
        for (JsonNode projection : program.get(OPERATOR, "/projections").path("items")) {
            if (projection.path("name").asString().equals(name)) {
                return projection;
            }
        }
        throw new AssertionError("no projection " + name);
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

    /** Reads of open follow-ups find none any more, so there are fewer calls than the first time. */
    @Test
    void the_same_run_again_is_all_repeats_and_adds_no_commit() throws Exception {
        JsonNode before = proof();
        Report again = run();
        assertThat(again.details()).isEmpty();
        assertThat(again.repeats()).isEqualTo(again.writes()).isGreaterThan(800);
        assertThat(proof()).isEqualTo(before);
    }

    @Test
    void a_program_started_again_on_the_same_folder_says_the_same() {
        JsonNode log = proof();
        Map<String, JsonNode> before = county().everything();
        program.close();
        program = Program.over(folder);
        introduce();
        assertThat(proof()).isEqualTo(log);
        assertThat(county().everything()).isEqualTo(before);
    }
}
