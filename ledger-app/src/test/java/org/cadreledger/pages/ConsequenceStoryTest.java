package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Two years in which one cadre was last-place: the leader reads, the discipline commission handles the admonition. */
@InTheBrowser
@TestInstance(Lifecycle.PER_CLASS)
class ConsequenceStoryTest {
    private static final int CADRES = 20;
    private static final int LAST = 20;
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
                county.deduct("d" + start, LAST, start, "N1");
                award("b" + start, start);
                county.finishQuarter(start);
            }
            county.step(Integer.toString(each), "publish");
            county.step(Integer.toString(each), "finalise");
        }
    }

    /** The first cadre stands alone at the top of every quarter. */
    private void award(String id, YearMonth month) {
        var results = bed.program()
                .post(
                        county.name("reviewer"),
                        "/bonuses",
                        Map.of(
                                "cadreIds",
                                List.of(county.cadre(1)),
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
        String entry = results.get(0).path("deductionId").asString();
        bed.program()
                .post(
                        county.name("approver"),
                        "/ledgers/" + county.cadre(1) + "/deductions/" + entry + "/confirm",
                        Map.of());
    }

    @Test
    void the_leader_reads_and_changes_nothing() {
        try (Visit visit = county.visit(bed, Language.ENGLISH, Screen.WIDE, "leader")) {
            visit.open("/consequences?year=" + year);
            String shown = visit.page().innerText("main");
            assertThat(shown)
                    .contains(visit.text("Flag.ADMONITION"), "Name 20", visit.text("consequences.state.final"))
                    .contains(visit.text("consequences.discipline"));
            assertThat(visit.page()
                            .locator("main form[method=post], main a.btn-sm")
                            .count())
                    .isZero();
            visit.page().click("main table a[href*='/boards/" + year + "?']");
            assertThat(visit.page().innerText("h1")).contains(visit.text("format.year", Integer.toString(year)));
        }
    }

    @Test
    void the_department_cannot_handle_the_admonition_and_the_discipline_commission_does() {
        try (Visit visit = county.visit(bed, Language.CHINESE, Screen.WIDE, "publisher")) {
            visit.open("/consequences?flag=ADMONITION&year=" + year);
            assertThat(visit.page().locator("a[href*='/ADMONITION/handled']").count())
                    .isZero();
        }
        try (Visit visit = county.visit(bed, Language.CHINESE, Screen.WIDE, "discipline")) {
            visit.open("/consequences?flag=ADMONITION&year=" + year);
            visit.page().click("a[href*='/ADMONITION/handled']");
            visit.page().fill("#on", "2026-01-15");
            visit.page().fill("#document", "纪〔2026〕3号");
            visit.axe();
            visit.page().click("main .btn-primary");
            visit.page().waitForURL("**/consequences?year=" + year);
            assertThat(visit.page().innerText(".alert-success")).isEqualTo(visit.text("done.consequence.handled"));
            assertThat(visit.page().innerText("main")).contains("纪〔2026〕3号");
        }
    }

    @Test
    void the_department_confirms_priority_with_a_reason() {
        try (Visit visit = county.visit(bed, Language.CHINESE, Screen.WIDE, "publisher")) {
            visit.open("/consequences?flag=PRIORITY&year=" + year);
            visit.page().click("a[href*='/PRIORITY/confirm']");
            visit.page().fill("#reason", "全年工作实绩明显。");
            visit.page().click("main .btn-primary");
            visit.page().waitForURL("**/consequences?year=" + year);
            assertThat(visit.page().innerText("main")).contains("全年工作实绩明显。");
            visit.open("/cadres/" + county.cadre(1) + "/file");
            assertThat(visit.page().innerText("main"))
                    .contains(visit.text("Flag.PRIORITY"), "全年工作实绩明显。", visit.text("BoardList.TOP"));
        }
    }
}
