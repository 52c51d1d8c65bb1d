package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;

/** Two years in which one cadre was last-place: the leader reads, the discipline commission handles the admonition. */
@InTheBrowser
@TestInstance(Lifecycle.PER_CLASS)
class ConsequenceStoryTest {
    /** Of whom five are last: one for each look, and one whom nobody handles. */
    private static final int CADRES = 100;

    private static final int LAST = 5;
    private static final int LOOKS = 4;
    private static final int QUARTERS = 4;

    private final Bed bed;
    private final int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() - 1;
    private final QuarterCounty county;

    ConsequenceStoryTest(Bed bed) {
        this.bed = bed;
        this.county = new QuarterCounty(bed.program(), "years", YearMonth.of(year - 1, 1));
    }

    @BeforeAll
    void play_two_years() {
        county.cadres(CADRES);
        for (int each = year - 1; each <= year; each++) {
            for (int quarter = 0; quarter < QUARTERS; quarter++) {
                YearMonth start = YearMonth.of(each, 1 + 3 * quarter);
                for (int cadre = 1; cadre <= LAST; cadre++) {
                    county.deduct("d" + start, CADRES - LAST + cadre, start, "N1");
                }
                award("b" + start, start);
                county.finishQuarter(start);
            }
            county.step(Integer.toString(each), "publish");
            county.step(Integer.toString(each), "finalise");
        }
    }

    /** The first cadres, one for each look, stand at the top of every quarter. */
    private void award(String id, YearMonth month) {
        var results = bed.program()
                .post(
                        county.name("reviewer"),
                        "/bonuses",
                        Map.of(
                                "cadreIds",
                                IntStream.rangeClosed(1, LOOKS)
                                        .mapToObj(county::cadre)
                                        .toList(),
                                "month",
                                month.toString(),
                                "rule",
                                "A7",
                                "matter",
                                "Matter of " + id,
                                "occurredOn",
                                month.atDay(3).toString(),
                                "basis",
                                "Notice 8"))
                .body()
                .path("results");
        for (JsonNode result : results) {
            String path = "/ledgers/" + result.path("cadreId").asString() + "/deductions/"
                    + result.path("deductionId").asString();
            bed.program().post(county.name("approver"), path + "/confirm", Map.of());
        }
    }

    /** Whose turn it is in that look, of the first or of the last. */
    private static int turn(Look look) {
        return Look.all().toList().indexOf(look) + 1;
    }

    @InEveryLook
    void the_leader_reads_and_changes_nothing(Look look) {
        try (Visit visit = county.visit(bed, look, "leader")) {
            visit.page().click("main a[href='/consequences']");
            visit.page().selectOption("#year", Integer.toString(year));
            visit.page().waitForURL("**year=" + year + "**");
            String shown = visit.page().innerText("main");
            assertThat(shown)
                    .contains(visit.text("Flag.ADMONITION"), "Name 100", visit.text("consequences.state.final"))
                    .contains(visit.text("consequences.discipline"));
            assertThat(visit.page()
                            .locator("main form[method=post], main a.btn-sm")
                            .count())
                    .isZero();
            visit.looksRight();
            visit.page().click("main table a[href*='/boards/" + year + "?']");
            assertThat(visit.page().innerText("h1")).contains(visit.text("format.year", Integer.toString(year)));
            visit.looksRight();
        }
    }

    @Test
    void the_department_cannot_handle_the_admonition() {
        try (Visit visit = county.visit(bed, Language.CHINESE, Screen.WIDE, "publisher")) {
            visit.open("/consequences?flag=ADMONITION&year=" + year);
            assertThat(visit.page().locator("main tbody tr").count()).isGreaterThanOrEqualTo(LAST);
            assertThat(visit.page().locator("a[href*='/ADMONITION/handled']").count())
                    .isZero();
        }
    }

    @InEveryLook
    void the_discipline_commission_handles_the_admonition(Look look) {
        String last = county.cadre(CADRES - LAST + turn(look));
        try (Visit visit = county.visit(bed, look, "discipline")) {
            visit.open("/consequences?flag=ADMONITION&year=" + year);
            visit.looksRight();
            visit.page().click("a[href*='/consequences/" + last + "/ADMONITION/handled']");
            visit.page().fill("#on", "2026-01-15");
            visit.page().fill("#document", "Decision 3 on " + last);
            visit.looksRight();
            visit.page().click("main .btn-primary");
            visit.page().waitForURL("**/consequences?year=" + year);
            assertThat(visit.page().innerText(".alert-success")).isEqualTo(visit.text("done.consequence.handled"));
            assertThat(visit.page().innerText("main")).contains("Decision 3 on " + last);
            visit.looksRight();
        }
    }

    @InEveryLook
    void the_department_confirms_priority_with_a_reason(Look look) {
        String top = county.cadre(turn(look));
        try (Visit visit = county.visit(bed, look, "publisher")) {
            visit.open("/consequences?flag=PRIORITY&year=" + year);
            visit.page().click("a[href*='/consequences/" + top + "/PRIORITY/confirm']");
            visit.page().fill("#reason", "Outstanding work all year by " + top);
            visit.looksRight();
            visit.page().click("main .btn-primary");
            visit.page().waitForURL("**/consequences?year=" + year);
            assertThat(visit.page().innerText("main")).contains("Outstanding work all year by " + top);
            visit.open("/cadres/" + top + "/file");
            assertThat(visit.page().innerText("main"))
                    .contains(
                            visit.text("Flag.PRIORITY"),
                            "Outstanding work all year by " + top,
                            visit.text("BoardList.TOP"));
            visit.looksRight();
        }
    }
}
