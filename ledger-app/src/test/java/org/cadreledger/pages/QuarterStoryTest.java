package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** A quarter by clicks: close ×3, publish, defend, uphold, revise, make final; each test goes on where the one before ended. */
@InTheBrowser
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class QuarterStoryTest {
    private static final int CADRES = 20;

    private final Bed bed;
    private final YearMonth first = QuarterCounty.lastQuarter();
    private final String quarter = QuarterCounty.quarter(first);
    private QuarterCounty county;

    QuarterStoryTest(Bed bed) {
        this.bed = bed;
        this.county = new QuarterCounty(bed.program(), "story", first);
    }

    @BeforeAll
    void prepare() {
        county.cadres(CADRES);
        county.user("c1", "CADRE", Map.of("cadreId", county.cadre(1), "jurisdiction", county.code));
        county.user("second", "APPROVER", Map.of("jurisdiction", county.code));
        county.deduct("story-d1", 1, first, "N1");
        county.deduct("story-d2", 2, first.plusMonths(1), "N6");
    }

    private static String heading(Visit visit) {
        return visit.page().innerText("h1");
    }

    private static String notice(Visit visit) {
        return visit.page().innerText(".alert-success");
    }

    /** From the period's own page by its link, over the summary, to the page that tells what came of it. */
    private void step(Visit visit, String period, String step) {
        visit.open("/periods/" + period);
        visit.page().click("a[href*='/periods/" + period + "/" + step + "']");
        assertThat(visit.page().innerText("main")).contains(visit.text("step.before"), visit.text("step.after"));
        visit.axe();
        visit.page().fill("#document", "Notice of " + period);
        visit.page().click("main .btn-primary");
        visit.page().waitForURL("**/periods/" + period);
    }

    @Test
    @Order(1)
    void the_publisher_closes_three_months_and_publishes() {
        try (Visit visit = county.visit(bed, Language.CHINESE, Screen.WIDE, "publisher")) {
            visit.open("/periods?year=" + first.getYear());
            assertThat(visit.page().locator(".year-table td").count()).isGreaterThanOrEqualTo(17);
            for (int i = 0; i < 3; i++) {
                step(visit, first.plusMonths(i).toString(), "close");
                assertThat(visit.page().innerText("main")).contains(visit.text("period.look.CLOSED"));
            }
            step(visit, quarter, "publish");
            visit.page().waitForFunction("() => document.querySelector('.seal') || (location.reload(), false)");
            assertThat(visit.page().innerText("main"))
                    .contains(visit.text("period.look.PUBLISHED"), visit.text("board.seal"));
            visit.screenshot("period-published");
        }
    }

    @Test
    @Order(2)
    void whoever_has_not_declared_is_reminded() throws IOException {
        try (Visit visit = county.visit(bed, Language.CHINESE, Screen.WIDE, "leader")) {
            visit.open("/periods/" + first);
            assertThat(visit.page().innerText("main")).contains("Name 7");
            assertThat(visit.page().locator("a[href*='/close']").count()).isZero();
            visit.open("/periods/" + first + "/reminder");
            assertThat(visit.page().innerText("#reminder")).contains("Even office", "Odd office", "Name 20");
            visit.axe();
            List<String> cells = excel(visit, "/periods/" + first + "/undeclared.xlsx");
            assertThat(cells).contains("Name 1", "Name 20", county.cadre(3));
        }
    }

    @Test
    @Order(3)
    void anybody_reads_the_public_board_and_takes_it_away() throws IOException {
        try (Visit visit = bed.visit(Language.CHINESE, Screen.PHONE)) {
            visit.open("/boards");
            visit.page().click("a[href*='/boards/" + quarter + "?jurisdiction=story']");
            assertThat(heading(visit)).contains("story");
            assertThat(visit.page().locator(".board-rows tbody tr").count()).isEqualTo(CADRES);
            assertThat(visit.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(390);
            visit.axe();
            visit.screenshot("board-anonymous");
            String seal = visit.page().locator(".seal").first().innerText();
            List<String> cells = excel(visit, "/boards/" + quarter + ".xlsx?jurisdiction=story");
            assertThat(cells).contains(heading(visit), visit.text("excel.seal", seal), "Name 1");
            assertThat(cells).anyMatch(cell -> cell.startsWith(visit.text("excel.time", "")));
            visit.open("/boards/" + quarter + "?jurisdiction=story&q=Name+20");
            assertThat(visit.page().locator(".board-rows tbody tr").count()).isEqualTo(1);
            assertThat(visit.page().locator("a[href$='/objections/new']").count())
                    .isZero();
        }
    }

    @Test
    @Order(4)
    void a_board_that_is_not_public_asks_to_sign_in() {
        try (Visit visit = bed.visit(Language.ENGLISH, Screen.WIDE)) {
            visit.open("/boards/" + quarter + "?jurisdiction=" + Bed.COUNTY);
            assertThat(visit.page().url()).contains("/sign-in?to=");
        }
    }

    @Test
    @Order(5)
    void a_cadre_defends_the_own_row_from_the_board() {
        try (Visit visit = county.visit(bed, Language.CHINESE, Screen.PHONE, "c1")) {
            visit.open("/boards/" + quarter);
            assertThat(visit.page().locator(".board-rows tr.selected").innerText())
                    .contains("Name 1");
            visit.page().click("a[href$='/objections/new']");
            visit.page().selectOption("#entryId", "story-d1");
            visit.page().fill("#statement", "会议记录中没有点名批评我。");
            visit.axe();
            visit.screenshot("objection-new");
            visit.page().click("main .btn-primary");
            visit.page().waitForURL("**/objections/*");
            assertThat(notice(visit)).isEqualTo(visit.text("done.objection.raised"));
            visit.open("/objections");
            assertThat(visit.page().innerText("main")).contains(visit.text("objection.status.OPEN"));
        }
    }

    @Test
    @Order(6)
    void who_confirmed_the_entry_cannot_answer_and_another_upholds_with_a_correction() {
        try (Visit visit = county.visit(bed, Language.CHINESE, Screen.WIDE, "approver")) {
            openFirst(visit);
            assertThat(visit.page().innerText("main")).contains(visit.text("objection.obstacle.handled"));
            assertThat(visit.page().locator("main form[method=post]").count()).isZero();
        }
        try (Visit visit = county.visit(bed, Language.CHINESE, Screen.WIDE, "second")) {
            openFirst(visit);
            visit.page().check("input[name=upheld][value=true]");
            visit.page().fill("#answer", "经核实，按提醒谈话处理。");
            visit.page().click("main details summary");
            visit.page().selectOption("#entry", "rule/N8/");
            visit.page().fill("#matter", "");
            visit.expects(422);
            visit.page().click("main .btn-primary");
            assertThat(visit.page().inputValue("#answer")).contains("经核实");
            visit.page().fill("#matter", "Matter of story-d1");
            visit.axe();
            visit.screenshot("objection-answer");
            visit.page().click("main .btn-primary");
            visit.page().waitForURL("**/objections/*");
            assertThat(notice(visit)).isEqualTo(visit.text("done.objection.upheld"));
        }
    }

    private static void openFirst(Visit visit) {
        visit.open("/objections?status=OPEN");
        visit.page().click("main table a[href*='/objections/']");
    }

    @Test
    @Order(7)
    void the_publisher_revises_and_makes_it_final() {
        try (Visit visit = county.visit(bed, Language.ENGLISH, Screen.WIDE, "publisher")) {
            visit.open("/periods/" + quarter);
            assertThat(visit.page().innerText("main")).contains(visit.text("period.next.step.revise"));
            assertThat(visit.page().locator("a[href*='/finalise']").count()).isZero();
            step(visit, quarter, "revise");
            step(visit, quarter, "finalise");
            assertThat(visit.page().innerText("main")).contains(visit.text("period.look.FINAL"));
            visit.open("/boards/" + quarter + "/changes");
            assertThat(visit.page().locator("tbody tr").first().innerText()).contains("Name 1", "95", "99");
            visit.axe();
            visit.screenshot("board-changes-filled");
        }
        try (Visit visit = county.visit(bed, Language.ENGLISH, Screen.PHONE, "c1")) {
            visit.open("/boards/" + quarter);
            assertThat(visit.page().locator("a[href$='/objections/new']").count())
                    .isZero();
            visit.open("/cadres/" + county.cadre(1) + "/file");
            assertThat(visit.page().innerText("main")).contains("99", visit.text("file.reversals"));
            visit.axe();
            visit.screenshot("file-filled");
        }
    }

    @Test
    @Order(8)
    void without_scripts_everything_is_there() {
        try (Visit visit = bed.visitWithoutScripts(Language.CHINESE, Screen.WIDE)) {
            visit.open("/boards/" + quarter + "?jurisdiction=story");
            Page page = visit.page();
            page.fill("#q", "Even");
            page.click("form[role=search] button");
            assertThat(page.locator(".board-rows tbody tr").count()).isEqualTo(CADRES / 2);
            assertThat(page.locator("#units tbody tr").count()).isEqualTo(2);
        }
    }

    /** Texts of all cells. */
    private static List<String> excel(Visit visit, String path) throws IOException {
        String origin = visit.page().url().replaceFirst("(https?://[^/]+).*", "$1");
        APIResponse response = visit.page().context().request().get(origin + path);
        assertThat(response.status()).isEqualTo(200);
        List<String> cells = new ArrayList<>();
        try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(response.body()))) {
            for (Row row : workbook.getSheetAt(0)) {
                row.forEach(cell -> cells.add(cell.toString()));
            }
        }
        return cells;
    }
}
