package org.cadreledger.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.cadreledger.pages.ClaimForm.NOTICE;
import static org.cadreledger.pages.ClaimForm.SEND;
import static org.cadreledger.pages.ClaimForm.fill;
import static org.cadreledger.pages.ClaimForm.paper;
import static org.cadreledger.pages.ClaimForm.upload;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The form of a claim when something comes in between, is wrong, or scripts do not run. */
@InTheBrowser
class ClaimFormTest {
    private final String month = ClaimForm.thisMonth();
    private final Bed bed;

    ClaimFormTest(Bed bed) {
        this.bed = bed;
    }

    @Test
    void nothing_is_lost_when_the_session_ends_in_the_form() {
        Newcomer cadre = Newcomer.in(bed);
        try (Visit visit = cadre.visit(bed, Language.CHINESE, Screen.PHONE)) {
            Page page = visit.page();
            visit.expects(401);
            visit.open(ClaimForm.of(cadre, month));
            fill(page, month, "A8", "Flood relief");
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
            visit.open(ClaimForm.of(cadre, month));
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
            visit.open(ClaimForm.of(cadre, month));
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
            visit.open(ClaimForm.of(cadre, month));
            fill(page, month, "A6:national", "Paper");
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
}
