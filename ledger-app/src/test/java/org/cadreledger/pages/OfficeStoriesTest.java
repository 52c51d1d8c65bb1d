package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.pages.OfficeHands.PASSWORD;
import static org.cadreledger.pages.OfficeHands.click;
import static org.cadreledger.pages.OfficeHands.endOfJob;
import static org.cadreledger.pages.OfficeHands.main;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.cadreledger.access.Role;
import org.cadreledger.demo.Demo.SignIn;
import org.cadreledger.endtoend.Program;
import org.cadreledger.verify.Verify;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the office does around the points: rules, county, log, rebuilds, accounts. In counties of their own. */
@InTheBrowser
class OfficeStoriesTest {
    private final Bed bed;

    OfficeStoriesTest(Bed bed) {
        this.bed = bed;
    }

    @InEveryLook
    void a_catalogue_is_drafted_compared_and_put_in_force(Look look) {
        try (Visit visit = bed.visit(look, OfficeHands.of(bed, "rules-" + look, Role.CATALOGUE_ADMIN))) {
            visit.open("/catalogues");
            visit.looksRight();
            putInForce(visit, Visit::looksRight);
        }
    }

    @Test
    void a_catalogue_is_drafted_compared_and_put_in_force_without_scripts() {
        SignIn admin = OfficeHands.of(bed, "rules", Role.CATALOGUE_ADMIN);
        try (Visit visit = bed.visitWithoutScripts(Language.CHINESE, Screen.WIDE)) {
            visit.signIn(admin.user(), admin.password());
            putInForce(visit, page -> {});
        }
    }

    /** @param examine what a page is examined by on the way; axe needs scripts */
    private void putInForce(Visit visit, Consumer<Visit> examine) {
        visit.open("/catalogues/1/draft");
        click(visit, "catalogues.add-bonus");
        Locator rules = visit.page().locator("input[name^='rule.'][name$='.code']:not([name*=level])");
        int last = rules.count() - 1;
        String row = "rule." + last + ".";
        visit.page().fill("input[name='" + row + "code']", "A99");
        visit.page().fill("input[name='" + row + "name']", "New bonus");
        visit.page().fill("input[name='" + row + "points']", "x");
        visit.page().fill("input[name='rule.0.level.0.points']", "9");
        visit.expects(422);
        click(visit, "catalogues.do-draft");
        assertThat(visit.page().innerText("[role=alert]")).contains("A99", visit.text("field.points"));
        assertThat(visit.page().inputValue("input[name='rule.0.level.0.points']"))
                .isEqualTo("9");
        visit.page().fill("input[name='" + row + "points']", "2.5");
        click(visit, "catalogues.do-draft");
        assertThat(main(visit)).contains(visit.text("catalogues.draft"), "New bonus", "+2.5");
        examine.accept(visit);
        String draft = visit.page().url();

        visit.open(draft.substring(bed.program().url().length()) + "/changes?from=1");
        assertThat(main(visit)).contains("A99", visit.text("catalogues.change.ADDED"), "8", "9");
        examine.accept(visit);
        visit.screenshot("office-catalogue-changes");

        visit.open(draft.substring(bed.program().url().length()) + "/publish");
        visit.page().fill("#effectiveFrom", "2028-03");
        click(visit, "catalogues.preview");
        assertThat(main(visit)).contains("A99", visit.text("catalogues.final"));
        examine.accept(visit);
        visit.screenshot("office-catalogue-publish");
        visit.page().click("form[method=post] .btn-primary");
        assertThat(main(visit)).contains(visit.text("catalogues.published"));
        visit.open("/catalogues");
        assertThat(main(visit)).contains("2028");
    }

    @InEveryLook
    void the_county_and_its_holidays_are_set(Look look) {
        String county = "settled-" + look;
        try (Visit visit = bed.visit(look, OfficeHands.of(bed, county, Role.CATALOGUE_ADMIN))) {
            visit.page().click("main a[href='/county']");
            visit.looksRight();
            visit.page().fill("#objectionDays", "7");
            click(visit, "county.do-settings");
            assertThat(visit.page().innerText("[role=status]")).contains("Office " + county);
            assertThat(visit.page().inputValue("#objectionDays")).isEqualTo("7");
            visit.open("/county?year=2026");
            visit.page().fill("#daysOff", "2026-10-01\n2026-10-32");
            visit.expects(422);
            click(visit, "county.do-holidays", "2026");
            assertThat(visit.page().innerText("[role=alert]")).contains(visit.text("field.date"));
            assertThat(visit.page().inputValue("#daysOff")).contains("2026-10-32");
            visit.page().fill("#daysOff", "2026-10-01\n2026-10-02");
            click(visit, "county.do-holidays", "2026");
            assertThat(visit.page().inputValue("#daysOff")).isEqualTo("2026-10-01\n2026-10-02");
            visit.looksRight();
        }
    }

    @InEveryLook
    void an_auditor_filters_verifies_and_takes_the_log_away(Look look, @TempDir Path folder) {
        try (Visit visit = bed.visit(look, bed.userWith(Role.AUDITOR))) {
            visit.page().click("main a[href='/log']");
            visit.page().selectOption("#type", "catalogue.published.v1");
            click(visit, "frame.apply");
            assertThat(visit.page().locator("main tbody tr").allInnerTexts())
                    .isNotEmpty()
                    .allMatch(row -> row.contains(visit.text("event.catalogue.published.v1")));
            visit.looksRight();
            visit.screenshot("office-log");
            visit.open("/log?toPosition=20");
            click(visit, "log.export", 1, 20);
            endOfJob(visit);
            visit.axe();
            Download saved = visit.page().waitForDownload(() -> visit.page().click("main a[download]"));
            Path export = folder.resolve(saved.suggestedFilename());
            saved.saveAs(export);
            assertThat(Verify.check(List.of(export), List.of()))
                    .returns(20L, Verify.Result::to)
                    .returns(List.of(), Verify.Result::fault);

            visit.open("/log");
            click(visit, "log.verify");
            endOfJob(visit);
            assertThat(visit.page().locator("main .chip-good").count()).isPositive();
            visit.looksRight();
        }
    }

    @InEveryLook
    void an_account_is_opened_and_signs_in_and_changes_its_password_and_is_closed(Look look) {
        String user = "office-leader-" + look;
        SignIn admin = new SignIn(Program.ADMIN, Program.ADMIN_PASSWORD, Role.ACCOUNT_ADMIN.name());
        try (Visit visit = bed.visit(look, admin)) {
            visit.page().click("main a[href='/accounts']");
            visit.looksRight();
            visit.page().click("main a[href='/accounts/new']");
            visit.page().fill("#username", user);
            visit.page().fill("#displayName", "Leader");
            visit.page().fill("#password", PASSWORD);
            visit.page().check("#role-LEADER");
            visit.page().check("#role-AUDITOR");
            visit.page().fill("#jurisdiction", Bed.COUNTY);
            visit.expects(422);
            click(visit, "accounts.do-add");
            assertThat(visit.page().innerText("[role=alert]")).contains(visit.text("field.roles-exclude"));
            assertThat(visit.page().inputValue("#password")).isEmpty();
            visit.page().uncheck("#role-AUDITOR");
            visit.page().fill("#password", PASSWORD);
            click(visit, "accounts.do-add");
            assertThat(visit.page().innerText("[role=status]"))
                    .contains(visit.text("done.account-added", "Leader", user));
            visit.looksRight();
        }
        try (Visit visit = bed.visit(look, new SignIn(user, PASSWORD, Role.LEADER.name()))) {
            visit.open("/password");
            visit.looksRight();
            visit.expects(422);
            change(visit, "not the old one", "another-password-2");
            assertThat(visit.page().innerText("[role=alert]")).contains(visit.text("field.wrong-password"));
            change(visit, PASSWORD, "another-password-2");
            visit.page().waitForURL(bed.program().url() + "/");
            assertThat(visit.page().innerText("[role=status]")).contains(visit.text("done.own-password"));
        }
        disable(look, admin, user);
    }

    private void disable(Look look, SignIn admin, String user) {
        try (Visit visit = bed.visit(look, new SignIn(user, "another-password-2", Role.LEADER.name()));
                Visit keeper = bed.visit(look, admin)) {
            keeper.open("/accounts/users/" + user);
            keeper.looksRight();
            keeper.page().onDialog(Dialog::accept);
            keeper.page().click("form[action$='/disable'] button");
            assertThat(main(keeper)).contains(keeper.text("accounts.disabled"));
            visit.open("/");
            assertThat(visit.page().url()).contains("/sign-in");
        }
    }

    private static void change(Visit visit, String old, String next) {
        visit.page().fill("#oldPassword", old);
        visit.page().fill("#password", next);
        visit.page().fill("#repeatedPassword", next);
        click(visit, "password.do");
    }

    @InEveryLook
    void a_group_is_rebuilt_while_the_pages_go_on(Look look) {
        try (Visit visit = bed.visit(look, bed.userWith(Role.SECURITY_ADMIN))) {
            visit.page().onDialog(Dialog::accept);
            visit.page().click("main a[href='/projections']");
            visit.page().click("form[action='/projections/desk/reset'] button");
            assertThat(main(visit)).contains(visit.text("done.rebuild-started", "desk"));
            visit.page().waitForSelector(".chip:has-text('" + visit.text("projections.state.REBUILT") + "')");
            visit.looksRight();
            visit.screenshot("office-projections");
            visit.open("/accounts/roles");
            visit.looksRight();
            assertThat(visit.page().locator("table.matrix").count()).isEqualTo(2);
            visit.expects(403);
            assertThat(visit.open("/accounts").status()).isEqualTo(403);
        }
    }
}
