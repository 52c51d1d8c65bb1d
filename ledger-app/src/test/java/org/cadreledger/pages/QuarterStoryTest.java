package org.cadreledger.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A quarter by clicks: declare, score, approve, close ×3, publish, defend, uphold, revise, make final; each test goes on where the
 * one before ended. The office sits at the look's screen, the cadre at the other one.
 */
@InTheBrowser
@ParameterizedClass(name = "{0}")
@MethodSource("org.cadreledger.pages.Look#all")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class QuarterStoryTest {
    private static final int CADRES = 20;
    private static final String MATTER = "Tree planting";

    @Parameter
    @SuppressWarnings("NullAway.Init")
    private Look office;

    private final Bed bed;
    private final YearMonth first = QuarterCounty.lastQuarter();
    private final String quarter = QuarterCounty.quarter(first);

    @SuppressWarnings("NullAway.Init")
    private QuarterCounty county;

    QuarterStoryTest(Bed bed) {
        this.bed = bed;
    }

    @BeforeParameterizedClassInvocation
    void prepare() {
        county = new QuarterCounty(bed.program(), "story-" + office, first);
        county.cadres(CADRES);
        county.user("c1", "CADRE", Map.of("cadreId", county.cadre(1), "jurisdiction", county.code));
        county.user("second", "APPROVER", Map.of("jurisdiction", county.code));
        county.deduct("story-d1", 1, first, "N1");
        county.deduct("story-d2", 2, first.plusMonths(1), "N6");
    }

    private String board() {
        return "/boards/" + quarter + "?jurisdiction=" + county.code;
    }

    private static Locator notice(Visit visit) {
        return visit.page().locator(ClaimForm.NOTICE);
    }

    private static Locator main(Visit visit) {
        return visit.page().locator("main");
    }

    /** From the period's own page by its link, over the summary, to the page that tells what came of it. */
    private static void step(Visit visit, String period, String step) {
        visit.open("/periods/" + period);
        visit.page().click("a[href*='/periods/" + period + "/" + step + "']");
        assertThat(visit.page().innerText("main")).contains(visit.text("step.before"), visit.text("step.after"));
        visit.looksRight();
        visit.page().fill("#document", "Notice of " + period);
        visit.page().click("main .btn-primary");
        visit.page().waitForURL("**/periods/" + period);
    }

    @Test
    @Order(1)
    void a_cadre_declares_the_first_month() {
        try (Visit visit = county.visit(bed, office.onOtherScreen(), "c1")) {
            Page page = visit.page();
            page.click("main a[href='/declarations']");
            page.click("a[href='/declarations/" + first + "']");
            page.click(".big-actions .btn-primary");
            ClaimForm.fill(page, first.toString(), "A7", MATTER);
            ClaimForm.upload(page);
            assertThat(page.locator("#effect .effect-gain")).hasText("+3");
            page.click(ClaimForm.SEND);
            assertThat(notice(visit)).containsText(MATTER);
            page.click(".big-actions form button");
            assertThat(notice(visit)).hasText(visit.text("done.month-declared"));
            visit.looksRight();
        }
    }

    @Test
    @Order(2)
    void a_reviewer_scores_and_another_approves() {
        try (Visit visit = county.visit(bed, office, "reviewer")) {
            openTheOnly(visit);
            visit.looksRight();
            visit.page().click("[data-act=score] form > button");
            assertThat(notice(visit)).hasText(visit.text("done.desk.score", "Name 1", "+3"));
            visit.looksRight();
        }
        try (Visit visit = county.visit(bed, office, "approver")) {
            openTheOnly(visit);
            visit.looksRight();
            visit.page().click("[data-act=approve] form > button");
            assertThat(notice(visit))
                    .containsText(
                            visit.text("done.desk.approve", "Name 1", "+3", "").substring(0, 8));
            assertThat(visit.page().locator(".empty-list")).isVisible();
        }
    }

    private static void openTheOnly(Visit visit) {
        visit.page().click("main a[href^='/review']");
        assertThat(visit.page().locator("[data-line]")).hasCount(1);
        visit.page().click("[data-line] a");
        assertThat(visit.page().locator("#item")).containsText(MATTER);
        assertThat(visit.page().locator("#item .evidence-file")).containsText("paper.png");
    }

    @Test
    @Order(3)
    void the_publisher_closes_three_months_and_publishes() {
        try (Visit visit = county.visit(bed, office, "publisher")) {
            visit.open("/periods?year=" + first.getYear());
            assertThat(visit.page().locator(".year-table td").count()).isGreaterThanOrEqualTo(17);
            visit.looksRight();
            for (int i = 0; i < 3; i++) {
                step(visit, first.plusMonths(i).toString(), "close");
                assertThat(main(visit)).containsText(visit.text("period.look.CLOSED"));
            }
            step(visit, quarter, "publish");
            visit.page().waitForFunction("() => document.querySelector('.seal') || (location.reload(), false)");
            assertThat(visit.page().innerText("main"))
                    .contains(visit.text("period.look.PUBLISHED"), visit.text("board.seal"));
            visit.looksRight();
            visit.screenshot("period-published");
        }
    }

    @Test
    @Order(4)
    void the_publisher_sees_who_is_tied_for_the_last_place_and_may_designate() {
        try (Visit visit = county.visit(bed, office, "publisher")) {
            visit.open(board());
            visit.looksRight();
            visit.page().click("main a[href*='/designations']");
            assertThat(visit.page().innerText("main")).contains("Name 1", "Name 2");
            visit.looksRight();
        }
    }

    @Test
    @Order(5)
    void the_leader_sees_who_has_not_declared_and_changes_nothing() throws IOException {
        try (Visit visit = county.visit(bed, office, "leader")) {
            visit.open("/periods/" + first);
            assertThat(main(visit)).containsText("Name 7");
            assertThat(visit.page().locator("a[href*='/close']")).hasCount(0);
            visit.looksRight();
            visit.page().click("a[href^='/periods/" + first + "/reminder']");
            assertThat(visit.page().innerText("#reminder")).contains("Even office", "Odd office", "Name 20");
            visit.looksRight();
            List<String> cells = Excel.cells(visit, "/periods/" + first + "/undeclared.xlsx");
            assertThat(cells).contains("Name 2", "Name 20", county.cadre(3)).doesNotContain("Name 1");
        }
    }

    @Test
    @Order(6)
    void anybody_reads_the_public_board_and_takes_it_away() throws IOException {
        try (Visit visit = bed.visit(office.language(), office.screen())) {
            visit.open("/boards");
            visit.looksRight();
            visit.page().click("a[href*='" + board() + "']");
            assertThat(visit.page().innerText("h1")).contains(county.code);
            assertThat(visit.page().locator(".board-rows tbody tr")).hasCount(CADRES);
            visit.looksRight();
            visit.screenshot("board-anonymous");
            String seal = visit.page().locator(".seal").first().innerText();
            List<String> cells = Excel.cells(visit, board().replace("?", ".xlsx?"));
            assertThat(cells).contains(visit.page().innerText("h1"), visit.text("excel.seal", seal), "Name 1");
            assertThat(cells).anyMatch(cell -> cell.startsWith(visit.text("excel.time", "")));
            visit.page().fill("#q", "Name 20");
            visit.page().press("#q", "Enter");
            assertThat(visit.page().locator(".board-rows tbody tr")).hasCount(1);
            assertThat(visit.page().locator("a[href$='/objections/new']")).hasCount(0);
        }
    }

    @Test
    @Order(7)
    void a_cadre_defends_the_own_row_from_the_board() {
        try (Visit visit = county.visit(bed, office.onOtherScreen(), "c1")) {
            Page page = visit.page();
            visit.open("/boards/" + quarter);
            assertThat(page.locator(".board-rows tr.selected")).containsText("Name 1");
            visit.looksRight();
            page.click("a[href$='/objections/new']");
            page.selectOption("#entryId", "story-d1");
            page.fill("#statement", "The minutes do not name me.");
            visit.looksRight();
            visit.screenshot("objection-new");
            page.click("main .btn-primary");
            assertThat(notice(visit)).hasText(visit.text("done.objection.raised"));
            visit.looksRight();
            visit.open("/objections");
            assertThat(main(visit)).containsText(visit.text("objection.status.OPEN"));
            visit.looksRight();
        }
    }

    @Test
    @Order(8)
    void who_confirmed_the_entry_cannot_answer_and_another_upholds_with_a_correction() {
        try (Visit visit = county.visit(bed, office, "approver")) {
            openFirst(visit);
            assertThat(main(visit)).containsText(visit.text("objection.obstacle.handled"));
            assertThat(visit.page().locator("main form[method=post]")).hasCount(0);
        }
        try (Visit visit = county.visit(bed, office, "second")) {
            Page page = visit.page();
            openFirst(visit);
            page.check("input[name=upheld][value=true]");
            page.fill("#answer", "A reminder talk is what it deserves.");
            page.click("main details summary");
            page.selectOption("#entry", "rule/N8/");
            page.fill("#matter", "");
            visit.expects(422);
            page.click("main .btn-primary");
            assertThat(page.locator("#answer")).hasValue("A reminder talk is what it deserves.");
            page.fill("#matter", "Matter of story-d1");
            visit.looksRight();
            visit.screenshot("objection-answer");
            page.click("main .btn-primary");
            assertThat(notice(visit)).hasText(visit.text("done.objection.upheld"));
        }
    }

    private static void openFirst(Visit visit) {
        visit.open("/objections?status=OPEN");
        visit.looksRight();
        visit.page().click("main table a[href*='/objections/']");
    }

    @Test
    @Order(9)
    void the_publisher_revises_and_makes_it_final() {
        try (Visit visit = county.visit(bed, office, "publisher")) {
            visit.open("/periods/" + quarter);
            assertThat(main(visit)).containsText(visit.text("period.next.step.revise"));
            assertThat(visit.page().locator("a[href*='/finalise']")).hasCount(0);
            step(visit, quarter, "revise");
            step(visit, quarter, "finalise");
            assertThat(main(visit)).containsText(visit.text("period.look.FINAL"));
            visit.open("/boards/" + quarter + "/changes");
            assertThat(visit.page().locator("tbody tr").first().innerText()).contains("Name 1", "98", "102");
            visit.looksRight();
            visit.screenshot("board-changes-filled");
        }
    }

    @Test
    @Order(10)
    void the_cadre_reads_what_came_of_it() {
        try (Visit visit = county.visit(bed, office.onOtherScreen(), "c1")) {
            visit.open("/boards/" + quarter);
            assertThat(visit.page().locator("a[href$='/objections/new']")).hasCount(0);
            visit.open("/cadres/" + county.cadre(1) + "/file");
            assertThat(visit.page().innerText("main")).contains("102", visit.text("file.reversals"));
            visit.looksRight();
            visit.screenshot("file-filled");
        }
    }

    @Test
    @Order(11)
    void without_scripts_the_whole_board_is_there() {
        try (Visit visit = bed.visitWithoutScripts(office.language(), office.screen())) {
            visit.open(board());
            visit.page().fill("#q", "Even");
            visit.page().click("form[role=search] button");
            assertThat(visit.page().locator(".board-rows tbody tr")).hasCount(CADRES / 2);
            assertThat(visit.page().locator("#units tbody tr")).hasCount(2);
        }
    }
}
