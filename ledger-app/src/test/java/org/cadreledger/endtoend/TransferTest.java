package org.cadreledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Cadres change from county {@code east} to {@code west}: {@code mover} in the middle of the last quarter that is over, with
 * entries, an open claim and an unconfirmed deduction; {@code leaver} today.
 */
@TestInstance(Lifecycle.PER_CLASS)
class TransferTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final YearMonth first =
            YearMonth.from(today.with(IsoFields.DAY_OF_QUARTER, 1)).minusMonths(3);
    private final YearMonth second = first.plusMonths(1);
    private final YearMonth third = first.plusMonths(2);
    private final String quarter = first.getYear() + "-Q" + first.get(IsoFields.QUARTER_OF_YEAR);

    @TempDir
    private static Path folder;

    private Program program;
    private final Map<String, String> blocking = new LinkedHashMap<>();

    @BeforeAll
    void play() {
        program = Program.over(folder);
        staff();
        for (String county : List.of("east", "west")) {
            program.put(
                    "catalogue",
                    "/jurisdictions/" + county,
                    Map.of("name", county, "objectionDays", 0, "firstMonth", first.toString()));
            IntStream.rangeClosed(1, 7).forEach(i -> register(county + i, county, null));
        }
        before();
        register("mover", "west", third.atDay(1));
        register("leaver", "west", null);
        after();
    }

    @AfterAll
    void stop() {
        program.close();
    }

    private void staff() {
        Map.of(
                        "catalogue", "CATALOGUE_ADMIN",
                        "reviewer", "REVIEWER",
                        "approver", "APPROVER",
                        "publisher", "PUBLISHER",
                        "auditor", "AUDITOR")
                .forEach((user, role) -> user(user, role, Map.of()));
        for (String cadre : List.of("mover", "leaver")) {
            user(cadre, "CADRE", Map.of("cadreId", cadre, "jurisdiction", "east"));
        }
    }

    private void user(String name, String role, Map<String, String> more) {
        Map<String, Object> body = new LinkedHashMap<>(more);
        body.putAll(Map.of(
                "username", name, "password", "password-of-" + name, "displayName", name, "roles", List.of(role)));
        program.post(Program.ADMIN, "/users", body);
        program.knows(name, "password-of-" + name);
    }

    private void register(String cadre, String county, @Nullable LocalDate since) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of(
                "name",
                cadre,
                "jurisdiction",
                county,
                "category",
                "SECTION",
                "unit",
                "office of " + county,
                "post",
                "head",
                "registeredOn",
                first.minusYears(2).atDay(1).toString()));
        if (since != null) {
            body.put("since", since.toString());
        }
        program.put("reviewer", "/cadres/" + cadre, body);
    }

    /** In east: what counts already and what is open when the cadres go. */
    private void before() {
        register("mover", "east", null);
        register("leaver", "east", null);
        for (String cadre : List.of("mover", "leaver")) {
            claim(cadre, "award", first, "city");
            score(cadre, "award");
            decide(cadre, "claims/award/approve");
        }
        deduct("late", first, "N9");
        decide("mover", "deductions/late/confirm");
        claim("mover", "book", second, "national");
        deduct("careless", second, "N6");
    }

    /** In west: what was open is decided. Then both counties close their quarters. */
    private void after() {
        close("east", first, second);
        for (String county : List.of("east", "west")) {
            blocking.put(
                    county,
                    program.get("publisher", "/periods/" + second + "?jurisdiction=" + county)
                            .toString());
        }
        score("mover", "book");
        decide("mover", "claims/book/approve");
        decide("mover", "deductions/careless/confirm");
        close("east", third);
        close("west", first, second, third);
        publish("east", "publish");
        publish("west", "publish");
    }

    private void claim(String cadre, String id, YearMonth month, String level) {
        String evidence = program.upload(
                cadre, id + ".pdf", ("%PDF-1.4 " + cadre + id + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII));
        program.post(
                cadre,
                "/ledgers/" + cadre + "/claims",
                Map.of(
                        "claimId",
                        id,
                        "month",
                        month.toString(),
                        "rule",
                        "A6",
                        "level",
                        level,
                        "matter",
                        id,
                        "occurredOn",
                        month.atDay(2).toString(),
                        "account",
                        "what was done",
                        "evidence",
                        List.of(evidence)));
    }

    private void deduct(String id, YearMonth month, String rule) {
        program.post(
                "reviewer",
                "/ledgers/mover/deductions",
                Map.of(
                        "deductionId",
                        id,
                        "month",
                        month.toString(),
                        "rule",
                        rule,
                        "matter",
                        id,
                        "occurredOn",
                        month.atDay(2).toString(),
                        "basis",
                        "a report"));
    }

    private void score(String cadre, String claim) {
        program.post("reviewer", "/ledgers/" + cadre + "/claims/" + claim + "/score", Map.of());
    }

    private void decide(String cadre, String what) {
        program.post("approver", "/ledgers/" + cadre + "/" + what, Map.of());
    }

    private void close(String county, YearMonth... months) {
        for (YearMonth month : months) {
            program.post("publisher", "/periods/" + month + "/close", Map.of("jurisdiction", county));
        }
    }

    private void publish(String county, String how) {
        program.post("publisher", "/periods/" + quarter + "/" + how, Map.of("jurisdiction", county));
    }

    private CountyReader county(String county) {
        return new CountyReader(program, county, "publisher", first.getYear(), first.getYear());
    }

    private CountyReader.Published latest(String county) {
        return county(county).boards().getLast();
    }

    /** @return null when the cadre has no row */
    private static @Nullable BigDecimal total(CountyReader.Published board, String cadre) {
        for (JsonNode row : board.rows()) {
            if (row.path("cadreId").asString().equals(cadre)) {
                return row.path("total").decimalValue();
            }
        }
        return null;
    }

    private BigDecimal ledger(String cadre, long position) {
        return program.get("auditor", "/ledgers/" + cadre + "?period=" + quarter + "&asAt=" + position)
                .path("total")
                .decimalValue();
    }

    @Test
    void open_items_block_the_new_county_and_no_longer_the_old() {
        assertThat(blocking.get("west")).contains("book", "careless");
        assertThat(blocking.get("east")).doesNotContain("book").doesNotContain("careless");
    }

    @Test
    void a_quarter_ranks_the_cadre_where_it_ended_with_entries_of_both_counties() {
        CountyReader.Published west = county("west").boards().getFirst();
        // 100 + A6 city 1 - N9 1 from east, + A6 national 3 - N6 2 decided in west
        assertThat(total(west, "mover")).isEqualByComparingTo("101");
        assertThat(ledger("mover", west.position())).isEqualByComparingTo("101");
        assertThat(total(county("east").boards().getFirst(), "mover")).isNull();
    }

    @Test
    void who_leaves_after_the_quarter_stays_on_its_board() {
        CountyReader.Published east = county("east").boards().getFirst();
        assertThat(total(east, "leaver")).isEqualByComparingTo("101");
        assertThat(ledger("leaver", east.position())).isEqualByComparingTo("101");
        assertThat(total(county("west").boards().getFirst(), "leaver")).isNull();
    }

    @Test
    void an_entry_reversed_after_the_transfer_is_gone_in_both_counties() {
        for (String cadre : List.of("mover", "leaver")) {
            program.post(
                    "approver",
                    "/ledgers/" + cadre + "/entries/award/reverse",
                    Map.of("reason", "the award was another's"));
        }
        publish("east", "revise");
        publish("west", "revise");
        CountyReader.Published east = latest("east");
        CountyReader.Published west = latest("west");
        assertThat(total(east, "leaver")).isEqualByComparingTo("100");
        assertThat(ledger("leaver", east.position())).isEqualByComparingTo("100");
        assertThat(total(west, "mover")).isEqualByComparingTo("100");
        assertThat(ledger("mover", west.position())).isEqualByComparingTo("100");
        assertThat(county("east").boards())
                .allSatisfy(board -> assertThat(SealByHand.of(board.section(), board.reserve()))
                        .isEqualTo(board.seal()));
    }
}
