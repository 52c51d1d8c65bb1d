package org.cadreledger.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What the department enters, and what a second person says to it. */
@InTheBrowser
@TestInstance(Lifecycle.PER_CLASS)
class DeductionDeskTest {
    private final Bed bed;
    private final DeskCounty desk;

    DeductionDeskTest(Bed bed) {
        this.bed = bed;
        this.desk = new DeskCounty(bed.program(), "basis", 12);
    }

    private static void occasion(Visit visit, DeskCounty desk, String matter) {
        Page page = visit.page();
        page.fill("#occurredOn", desk.month.atDay(1).toString());
        page.fill("#matter", matter);
        page.fill("#basis", "Circular 12 (2026)");
    }

    /** Finds a cadre by id and adds it, with or without scripts. */
    private static void add(Visit visit, String cadreId, boolean scripts) {
        Page page = visit.page();
        page.fill("#search", cadreId);
        if (!scripts) {
            page.click("button[value=search]");
        }
        page.click("button[value='add:" + cadreId + "']");
        page.waitForSelector("input[name=cadre][value='" + cadreId + "']", hidden());
    }

    private static Page.WaitForSelectorOptions hidden() {
        return new Page.WaitForSelectorOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED);
    }

    private static void confirm(Visit visit, DeskCounty desk, int cadre, boolean confirmed) {
        visit.open("/deductions?q=" + desk.county.cadre(cadre));
        if (confirmed) {
            visit.page().click("[data-act=confirm] form button");
        } else {
            visit.page().click("[data-act=dismiss] summary");
            visit.page().fill("#reason-dismiss", "Not this person");
            visit.page().click("[data-act=dismiss] form button");
        }
        visit.page().waitForSelector(".alert-success");
    }

    @InEveryLook
    void a_units_criticism_is_entered_with_its_document_for_three_and_confirmed_or_dismissed_by_another(Look look) {
        DeskCounty desk = new DeskCounty(bed.program(), "basis-" + look, 3);
        try (Visit visit = desk.visit(bed, look, "both")) {
            visit.open("/deductions");
            visit.page().click("a[href='/deductions/new']");
            visit.page().selectOption("#what", "deduct:N5");
            occasion(visit, desk, "Criticism of the office");
            visit.page().setInputFiles("#file", ClaimForm.paper());
            assertThat(visit.page().locator("#files-part .drop-file a")).hasText("paper.png");
            for (int cadre : List.of(1, 2, 3)) {
                add(visit, desk.county.cadre(cadre), true);
            }
            String[] roles = {"main", "charge", "direct"};
            for (int i = 0; i < roles.length; i++) {
                visit.page().selectOption("#role-" + desk.county.cadre(i + 1), visit.text("entry.role." + roles[i]));
            }
            assertThat(visit.page().inputValue("#matter")).isEqualTo("Criticism of the office");
            visit.looksRight();
            visit.screenshot("deduction-entry");
            visit.page().click("main .btn-primary");
            assertThat(visit.page().innerText(".alert-success")).isEqualTo(visit.text("entered.done", 3, 3));
            assertThat(visit.page().locator("main tbody tr").count()).isEqualTo(3);
            visit.looksRight();
            visit.open("/deductions?q=" + desk.county.cadre(1));
            assertThat(visit.page().innerText("[data-shut=confirm]")).contains(visit.text("permit.entered"));
            assertThat(visit.page().innerText("#item")).contains(visit.text("entry.role.main"));
        }
        try (Visit visit = desk.visit(bed, look, "approver")) {
            visit.open("/deductions");
            visit.looksRight();
            assertThat(visit.page().locator("#item .evidence-file")).containsText("paper.png");
            confirm(visit, desk, 1, true);
            confirm(visit, desk, 2, true);
            confirm(visit, desk, 3, false);
        }
        assertThat(desk.total(1)).startsWith("99");
        assertThat(desk.total(2)).startsWith("99");
        assertThat(desk.total(3)).startsWith("100");
    }

    @Test
    void without_scripts_the_form_keeps_everything_while_cadres_are_searched_and_added() {
        try (Visit visit = bed.visitWithoutScripts(Language.CHINESE, Screen.WIDE)) {
            visit.signIn(desk.county.name("reviewer"), desk.county.password("reviewer"));
            visit.open("/deductions/new?what=base:P2");
            occasion(visit, desk, "Absent from study");
            visit.page().fill("#points", "1.5");
            add(visit, desk.county.cadre(5), false);
            add(visit, desk.county.cadre(6), false);
            visit.page().click("button[value='remove:" + desk.county.cadre(5) + "']");
            assertThat(visit.page().inputValue("#what")).isEqualTo("base:P2");
            assertThat(visit.page().inputValue("#points")).isEqualTo("1.5");
            assertThat(visit.page().inputValue("#basis")).isEqualTo("Circular 12 (2026)");
            visit.expects(422);
            visit.page().fill("#points", "1.555");
            visit.page().click("main .btn-primary");
            assertThat(visit.page().isVisible("#problems .alert-danger")).isTrue();
            visit.page().fill("#points", "1.5");
            visit.page().click("main .btn-primary");
            assertThat(visit.page().innerText(".alert-success")).isEqualTo(visit.text("entered.done", 1, 1));
        }
        try (Visit visit = desk.visit(bed, Language.CHINESE, "approver")) {
            confirm(visit, desk, 6, true);
        }
        assertThat(desk.total(6)).startsWith("98.5");
        assertThat(desk.total(5)).startsWith("100");
    }

    @Test
    void a_file_that_is_none_of_the_accepted_is_refused_and_one_that_is_removed_does_not_go_along() {
        try (Visit visit = desk.visit(bed, Language.CHINESE, "reviewer")) {
            Page page = visit.page();
            visit.open("/deductions/new?what=deduct:N9");
            occasion(visit, desk, "Two documents, one removed");
            visit.expects(415);
            page.setInputFiles("#file", new FilePayload("page.html", "text/html", "<p>".getBytes(UTF_8)));
            assertThat(page.locator("[role=alert]")).isVisible();
            assertThat(page.locator("#files-part .drop-file")).hasCount(0);
            visit.open("/deductions/new?what=deduct:N9");
            occasion(visit, desk, "Two documents, one removed");
            for (String name : List.of("first.pdf", "second.pdf")) {
                page.setInputFiles(
                        "#file", new FilePayload(name, "application/pdf", ("%PDF-1.4 " + name).getBytes(UTF_8)));
                assertThat(page.locator("#files-part .drop-file:has-text('" + name + "')"))
                        .hasCount(1);
            }
            page.click("#files-part .drop-file:has-text('first.pdf') button");
            assertThat(page.locator("#files-part .drop-file")).hasCount(1);
            add(visit, desk.county.cadre(8), true);
            page.click("main .btn-primary");
            assertThat(page.locator(".alert-success")).hasText(visit.text("entered.done", 1, 1));
        }
        try (Visit visit = desk.visit(bed, Language.CHINESE, "approver")) {
            visit.open("/deductions?q=" + desk.county.cadre(8));
            assertThat(visit.page().locator("#item .evidence-file summary")).hasText(Pattern.compile("second\\.pdf.*"));
        }
    }

    @Test
    void an_entry_is_reversed_as_fraud_after_a_page_that_says_what_follows() {
        desk.claim(7, "fraud-1", "Fraud");
        desk.score("reviewer", 7, "fraud-1");
        desk.county.program.post(
                desk.county.name("approver"), "/ledgers/" + desk.county.cadre(7) + "/claims/fraud-1/approve", Map.of());
        assertThat(desk.total(7)).startsWith("108");
        try (Visit visit = desk.visit(bed, Language.CHINESE, "approver")) {
            visit.open("/cadres/" + desk.county.cadre(7) + "/entries/fraud-1/reverse");
            visit.axe();
            visit.page().fill("#reason", "The certificate is forged");
            visit.page().check("input[name=fraud]");
            visit.page().click("main .btn-primary");
            assertThat(visit.page().innerText("main"))
                    .contains(visit.text("reverse.follows.entry"), visit.text("reverse.follows.fraud"));
            assertThat(desk.total(7)).startsWith("108");
            visit.axe();
            visit.screenshot("reversal-follows");
            visit.page().click("main .btn-primary");
            visit.page().waitForURL("**/points?**");
            assertThat(visit.page().innerText(".alert-success")).isEqualTo(visit.text("done.reverse.fraud", "Name 7"));
            visit.open("/cadres/" + desk.county.cadre(7) + "/entries/fraud-1/reverse");
            assertThat(visit.page().innerText(".alert-warning")).contains(visit.text("permit.reversed"));
        }
        assertThat(desk.total(7)).startsWith("100");
        assertThat(desk.county
                        .program
                        .get(desk.county.name("discipline"), "/fraud-cases?jurisdiction=" + desk.county.code)
                        .path("items")
                        .size())
                .isOne();
    }
}
