package org.cadreledger.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.cadreledger.access.Role;
import org.cadreledger.demo.Demo.SignIn;
import org.junit.jupiter.api.Test;

/** The monthly declaration as cadres and clerks do it, from the sign-in to what became of it. */
@InTheBrowser
class DeclarationTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final String month = YearMonth.from(today).toString();
    private static final String SEND = "#claim-form .btn-primary";
    private static final String NOTICE = ".alert-success[role=status]";

    private final Bed bed;

    DeclarationTest(Bed bed) {
        this.bed = bed;
    }

    private static FilePayload paper() {
        return new FilePayload("paper.pdf", "application/pdf", Newcomer.pdf());
    }

    private void fill(Page page, String choice, String matter) {
        page.check("input[name=choice][value='" + choice + "']");
        page.fill("#matter", matter);
        page.fill("#occurredOn", month + "-01");
        page.fill("#account", "What was done, and who says so.");
    }

    private static void upload(Page page) {
        page.setInputFiles("#files", paper());
        assertThat(page.locator("[data-files] li")).hasCount(1);
    }

    @Test
    void a_cadre_claims_on_a_phone_sees_what_it_brings_sends_and_declares_the_month() {
        Newcomer cadre = Newcomer.in(bed);
        try (Visit visit = cadre.visit(bed, Language.CHINESE, Screen.PHONE)) {
            Page page = visit.page();
            visit.open("/declarations");
            page.click("a[href='/declarations/" + month + "']");
            assertThat(page.locator("main")).containsText(visit.text("declaration.none"));
            page.click(".big-actions .btn-primary");
            fill(page, "A7", "Tree planting");
            upload(page);
            assertThat(page.locator("#effect .effect-gain")).hasText("+3");
            visit.axe();
            visit.screenshot("claim-filled");
            page.click(SEND);
            assertThat(page.locator(NOTICE)).containsText("Tree planting");
            assertThat(page.locator(".claim-card")).containsText(visit.text("points.state.DECLARED"));

            page.click(".big-actions form button");
            assertThat(page.locator(NOTICE)).hasText(visit.text("done.month-declared"));
            assertThat(page.locator(".claim-card")).hasCount(1);
            visit.screenshot("month-declared");

            visit.open("/my");
            assertThat(page.locator("section[aria-labelledby=waiting]")).containsText("Tree planting");
            assertThat(page.locator(".points-total")).hasText("100");
        }
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
            visit.open("/cadres/" + cadre.cadreId() + "/claims/new?month=" + month);
            fill(page, "A1:national", "  Honoured ");
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

    @Test
    void a_returned_claim_comes_first_and_is_answered() {
        Newcomer cadre = Newcomer.in(bed);
        cadre.isReturned(bed, cadre.claims(month, "A6", "city", "Article"), "Which newspaper?");
        try (Visit visit = cadre.visit(bed, Language.CHINESE, Screen.PHONE)) {
            Page page = visit.page();
            visit.open("/declarations/" + month);
            assertThat(page.locator(".claim-card.returned")).containsText("Which newspaper?");
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
    void nothing_is_lost_when_the_session_ends_in_the_form() {
        Newcomer cadre = Newcomer.in(bed);
        try (Visit visit = cadre.visit(bed, Language.CHINESE, Screen.PHONE)) {
            Page page = visit.page();
            visit.expects(401);
            visit.open("/cadres/" + cadre.cadreId() + "/claims/new?month=" + month);
            fill(page, "A8", "Flood relief");
            upload(page);
            page.context().clearCookies(new ClearCookiesOptions().setName("ledger-session"));
            page.fill("#account", "Written after the session had ended.");
            assertThat(page.locator("[data-draft-state]")).hasText(visit.text("claim.signed-out"));
            assertThat(page.locator("#account")).hasValue("Written after the session had ended.");
            page.click(SEND);
            assertThat(page.locator("h1")).hasText(visit.text("sign-in.title"));
            cadre.signIn(visit);
            page.click(".btn-primary");
            assertThat(page.locator(NOTICE)).containsText("Flood relief");
            page.click(".claim-card a");
            assertThat(page.locator("#account")).hasValue("Written after the session had ended.");
            assertThat(page.locator("[data-files] li")).hasCount(1);
        }
    }

    @Test
    void a_half_filled_form_is_kept_and_can_be_discarded() {
        Newcomer cadre = Newcomer.in(bed);
        try (Visit visit = cadre.visit(bed, Language.ENGLISH, Screen.PHONE)) {
            Page page = visit.page();
            visit.open("/cadres/" + cadre.cadreId() + "/claims/new?month=" + month);
            page.fill("#matter", "Half a thought");
            assertThat(page.locator("[data-draft-state]")).containsText("Draft saved");
            visit.open("/declarations/" + month);
            page.getByText(visit.text("declaration.continue")).click();
            assertThat(page.locator("#matter")).hasValue("Half a thought");
            assertThat(page.locator("#draft-notice")).isVisible();
            page.onceDialog(dialog -> dialog.accept());
            page.click("#draft-notice button");
            assertThat(page.locator(NOTICE)).hasText(visit.text("done.draft-discarded"));
            assertThat(page.locator("#matter")).hasValue("");
        }
    }

    @Test
    void a_bad_form_keeps_what_was_typed_and_says_what_is_wrong() {
        Newcomer cadre = Newcomer.in(bed);
        try (Visit visit = cadre.visit(bed, Language.CHINESE, Screen.PHONE)) {
            Page page = visit.page();
            visit.expects(422);
            visit.open("/cadres/" + cadre.cadreId() + "/claims/new?month=" + month);
            page.fill("#matter", "Only this");
            page.click(SEND);
            assertThat(page.locator("[role=alert]")).containsText(visit.text("form.rule"));
            assertThat(page.locator("[role=alert]")).containsText(visit.text("form.account"));
            assertThat(page.locator("#matter")).hasValue("Only this");
            visit.axe();
            visit.screenshot("claim-refused");
        }
    }

    @Test
    void the_whole_claim_works_without_scripts() {
        Newcomer cadre = Newcomer.in(bed);
        try (Visit visit = bed.visitWithoutScripts(Language.CHINESE, Screen.PHONE)) {
            Page page = visit.page();
            visit.open("/sign-in");
            cadre.signIn(visit);
            visit.open("/cadres/" + cadre.cadreId() + "/claims/new?month=" + month);
            fill(page, "A6:national", "Paper");
            page.setInputFiles("#files", paper());
            page.click("[data-preview-button]");
            assertThat(page.locator("#effect .effect-gain")).hasText("+3");
            assertThat(page.locator("[data-files] li")).hasCount(1);
            page.click("button[formaction$='/draft']");
            assertThat(page.locator(NOTICE)).hasText(visit.text("done.draft-saved"));
            page.click(".big-actions .btn-primary");
            page.click(SEND);
            assertThat(page.locator(NOTICE)).containsText("Paper");
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

    @Test
    void a_clerk_claims_for_a_cadre_of_the_unit_and_for_no_other() {
        Newcomer cadre = Newcomer.in(bed);
        SignIn clerk = bed.userWith(Role.UNIT_CLERK);
        try (Visit visit = bed.visit(Language.CHINESE, Screen.WIDE, clerk)) {
            Page page = visit.page();
            visit.open("/unit?month=" + month);
            Locator row = page.locator("tbody tr:has-text('" + cadre.name() + "')");
            assertThat(row).containsText(visit.text("declaration.undeclared"));
            row.locator("a.btn").click();
            fill(page, "A7", "For a colleague");
            upload(page);
            page.click(SEND);
            assertThat(page.locator(NOTICE)).containsText("For a colleague");
            assertThat(row).containsText("For a colleague");
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
