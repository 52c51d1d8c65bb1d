package org.cadreledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.cadreledger.demo.Demo;
import org.cadreledger.demo.Options;
import org.cadreledger.demo.Report;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

/** A small county's last four quarters, played through HTTP once; then everyone looks at what came of it. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class CountyYear {
    private static final String COUNTY = "qinghe";
    private static final String READER = "leader";
    private static final String AUDITOR = "auditor";
    static final String OPERATOR = "security";
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @SuppressWarnings("NullAway.Init")
    Program program;

    private Report report;

    /** Starts the program on the place of this test, as it was left there. */
    abstract Program open();

    @BeforeAll
    void play_the_county() throws Exception {
        program = open();
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

    void introduce() {
        Demo.signIns(options()).forEach(signIn -> program.knows(signIn.user(), signIn.password()));
        program.wrote(proof().path("to").asLong());
    }

    JsonNode proof() {
        return program.get(AUDITOR, "/log/verify");
    }

    CountyReader county() {
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
    void a_program_started_again_in_the_same_place_says_the_same() {
        JsonNode log = proof();
        Map<String, JsonNode> before = county().everything();
        program.close();
        program = open();
        introduce();
        assertThat(proof()).isEqualTo(log);
        assertThat(county().everything()).isEqualTo(before);
    }
}
