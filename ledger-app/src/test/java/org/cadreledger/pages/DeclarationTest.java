package org.cadreledger.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.pages.ClaimForm.NOTICE;
import static org.cadreledger.pages.ClaimForm.SEND;
import static org.cadreledger.pages.ClaimForm.fill;
import static org.cadreledger.pages.ClaimForm.paper;
import static org.cadreledger.pages.ClaimForm.upload;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.cadreledger.access.Role;
import org.cadreledger.demo.Demo.SignIn;
import org.junit.jupiter.api.Test;

/** The monthly declaration as cadres and clerks do it, from the sign-in to what became of it. */
@InTheBrowser
class DeclarationTest {
    private final String month = ClaimForm.thisMonth();
    private final Bed bed;

    DeclarationTest(Bed bed) {
        this.bed = bed;
    }

    @InEveryLook
    void a_cadre_claims_sees_what_it_brings_sends_and_declares_the_month(Look look) {
        Newcomer cadre = Newcomer.in(bed);
        try (Visit visit = cadre.visit(bed, look)) {
            Page page = visit.page();
            visit.looksRight();
            visit.open("/declarations");
            visit.looksRight();
            page.click("a[href='/declarations/" + month + "']");
            assertThat(page.locator("main")).containsText(visit.text("declaration.none"));
            page.click(".big-actions .btn-primary");
            fill(page, month, "A7", "Tree planting");
            upload(page);
            assertThat(page.locator("#effect .effect-gain")).hasText("+3");
            visit.looksRight();
            visit.screenshot("claim-filled");
            page.click(SEND);
            assertThat(page.locator(NOTICE)).containsText("Tree planting");
            assertThat(page.locator(".claim-card")).containsText(visit.text("points.state.DECLARED"));

            page.click(".big-actions form button");
            assertThat(page.locator(NOTICE)).hasText(visit.text("done.month-declared"));
            assertThat(page.locator(".claim-card")).hasCount(1);
            visit.looksRight();
            visit.screenshot("month-declared");

            visit.open("/my");
            assertThat(page.locator("section[aria-labelledby=waiting]")).containsText("Tree planting");
            assertThat(page.locator(".points-total")).hasText("100");
            visit.looksRight();
        }
    }

    @InEveryLook
    void what_is_approved_counts_from_that_day_on_and_not_as_at_the_day_before(Look look) {
        Newcomer cadre = Newcomer.in(bed);
        cadre.isGranted(bed, cadre.claims(month, "A7", null, "Tree planting"));
        try (Visit visit = cadre.visit(bed, look)) {
            Page page = visit.page();
            visit.open("/my");
            assertThat(page.locator(".points-total")).hasText("103");
            lookBackTo(page, ClaimForm.today().minusDays(1));
            assertThat(page.locator(".points-total")).hasText("100");
            assertThat(page.locator("main")).containsText(visit.text("points.as-at.explain"));
            assertThat(page.locator("section[aria-labelledby=bonuses]")).containsText(visit.text("points.no-bonuses"));
            visit.looksRight();
            lookBackTo(page, ClaimForm.today());
            assertThat(page.locator(".points-total")).hasText("103");
            page.getByText(visit.text("points.as-at.leave")).click();
            assertThat(page.locator(".alert-info")).hasCount(0);
            assertThat(page.locator(".points-total")).hasText("103");
        }
    }

    private static void lookBackTo(Page page, LocalDate day) {
        page.fill("#asAt", day.toString());
        page.click("form:has(#asAt) button:not([data-print])");
        page.waitForURL("**asAt=" + day + "**");
    }

    @Test
    void nothing_to_declare_is_one_click() {
        Newcomer cadre = Newcomer.in(bed);
        try (Visit visit = cadre.visit(bed, Language.ENGLISH, Screen.PHONE)) {
            Page page = visit.page();
            visit.open("/declarations/" + month);
            page.getByText(visit.text("declaration.nothing"), new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator(NOTICE)).hasText(visit.text("done.month-declared"));
            visit.open("/declarations");
            assertThat(page.locator(".month-row").first()).containsText("Declared on");
        }
    }

    @Test
    void the_rule_of_the_same_matter_is_told_before_sending() {
        Newcomer cadre = Newcomer.in(bed);
        cadre.isGranted(bed, cadre.claims(month, "A1", "region", "Honoured"));
        try (Visit visit = cadre.visit(bed, Language.ENGLISH, Screen.WIDE)) {
            Page page = visit.page();
            visit.open(ClaimForm.of(cadre, month));
            fill(page, month, "A1:national", "  Honoured ");
            assertThat(page.locator("#effect .effect-gain")).hasText("+4");
            assertThat(page.locator("#effect")).containsText("+8; replaces 4 of the same matter (A1)");
            page.check("input[name=choice][value='A1:county']");
            assertThat(page.locator("#effect .effect-gain")).hasText("0");
            assertThat(page.locator("#effect")).containsText("the same matter already has 4 (A1)");
            upload(page);
            page.click(SEND);
            assertThat(page.locator(NOTICE)).containsText("Honoured");
            cadre.isGranted(bed, newest(page));

            visit.open("/cadres/" + cadre.cadreId() + "/points?period=" + month);
            assertThat(page.locator(".points-total")).hasText("104");
            assertThat(page.locator(".bill-line.superseded")).hasCount(1);
            page.click(".bill-line.superseded summary");
            assertThat(page.locator(".bill-line.superseded .bill-story")).containsText("A1, Honoured, 4 points");
            assertThat(page.locator(".bill-line.superseded .bill-steps")).containsText("agreed");
            visit.axe();
            visit.screenshot("points-superseded");
        }
    }

    private static String newest(Page page) {
        String href = page.locator(
                        ".claim-card:has-text('" + Texts.text(Language.ENGLISH, "points.state.DECLARED") + "') a")
                .first()
                .getAttribute("href");
        return href.substring(href.lastIndexOf('/') + 1);
    }

    @InEveryLook
    void a_returned_claim_comes_first_and_is_answered(Look look) {
        Newcomer cadre = Newcomer.in(bed);
        cadre.isReturned(bed, cadre.claims(month, "A6", "city", "Article"), "Which newspaper?");
        try (Visit visit = cadre.visit(bed, look)) {
            Page page = visit.page();
            visit.open("/declarations/" + month);
            assertThat(page.locator(".claim-card.returned")).containsText("Which newspaper?");
            visit.looksRight();
            visit.screenshot("month-returned");
            page.getByText(visit.text("declaration.answer"), new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator(".alert-danger")).containsText("Which newspaper?");
            page.fill("#account", "The county daily, page two.");
            page.click(SEND);
            assertThat(page.locator(NOTICE)).containsText("Article");
            assertThat(page.locator(".claim-card.returned")).hasCount(0);
        }
    }

    @Test
    void a_claim_is_withdrawn() {
        Newcomer cadre = Newcomer.in(bed);
        cadre.claims(month, "A6", "city", "Not mine");
        try (Visit visit = cadre.visit(bed, Language.CHINESE, Screen.PHONE)) {
            Page page = visit.page();
            page.onceDialog(dialog -> dialog.accept());
            visit.open("/declarations/" + month);
            page.click("form[action$='/withdraw'] button");
            assertThat(page.locator(NOTICE)).containsText("Not mine");
            assertThat(page.locator(".claim-card")).containsText(visit.text("points.state.WITHDRAWN"));
        }
    }

    @Test
    void the_keyboard_is_enough() {
        Newcomer cadre = Newcomer.in(bed);
        try (Visit visit = cadre.visit(bed, Language.CHINESE, Screen.WIDE)) {
            Page page = visit.page();
            Keyboard keys = page.keyboard();
            // catches choosers from now on: a catch that is set with the key press may come after it
            page.onFileChooser(chooser -> {});
            visit.open("/declarations/" + month);
            tabTo(page, ".big-actions .btn-primary");
            keys.press("Enter");
            page.waitForURL("**/claims/new**");
            tabTo(page, "input[name=choice]");
            for (int i = 0; i < 40 && !page.isChecked("input[name=choice][value=A7]"); i++) {
                keys.press("ArrowDown");
            }
            tabTo(page, "#matter");
            keys.type("By keyboard");
            tabTo(page, "#occurredOn");
            // each part of the date in turn, whatever their order: up from empty is its first value, of the year this
            // one
            for (int part = 0; part < 3; part++) {
                keys.press("ArrowUp");
                keys.press("ArrowRight");
            }
            tabTo(page, "#account");
            keys.type("Typed");
            tabTo(page, "#files");
            FileChooser chooser = page.waitForFileChooser(() -> keys.press("Enter"));
            chooser.setFiles(paper());
            assertThat(page.locator("[data-files] li")).hasCount(1);
            tabTo(page, SEND);
            keys.press("Enter");
            assertThat(page.locator(NOTICE)).containsText("By keyboard");
            tabTo(page, ".big-actions form button");
            keys.press("Enter");
            assertThat(page.locator(NOTICE)).hasText(visit.text("done.month-declared"));
        }
    }

    private static void tabTo(Page page, String target) {
        for (int i = 0; i < 120; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("target => document.activeElement.matches(target)", target))) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + target);
    }

    @InEveryLook
    void a_clerk_claims_for_a_cadre_of_the_unit_and_for_no_other(Look look) {
        Newcomer cadre = Newcomer.in(bed);
        SignIn clerk = bed.userWith(Role.UNIT_CLERK);
        try (Visit visit = bed.visit(look, clerk)) {
            Page page = visit.page();
            visit.open("/unit?month=" + month);
            Locator row = page.locator("tbody tr:has-text('" + cadre.name() + "')");
            assertThat(row).containsText(visit.text("declaration.undeclared"));
            visit.looksRight();
            row.locator("a.btn").click();
            fill(page, month, "A7", "For a colleague");
            upload(page);
            page.click(SEND);
            assertThat(page.locator(NOTICE)).containsText("For a colleague");
            assertThat(row).containsText("For a colleague");
            visit.looksRight();
            visit.screenshot("unit-claimed");
            visit.expects(403);
            assertThat(visit.open("/cadres/" + stranger(cadre.unit()) + "/claims/new?month=" + month)
                            .status())
                    .isEqualTo(403);
        }
    }

    private String stranger(String unit) {
        for (var item : bed.program()
                .get(bed.userWith(Role.LEADER).user(), "/cadres?limit=500&jurisdiction=" + Bed.COUNTY)
                .path("items")) {
            if (!item.path("unit").asString().equals(unit)) {
                return item.path("cadreId").asString();
            }
        }
        throw new AssertionError("the demo has one unit only");
    }
}
