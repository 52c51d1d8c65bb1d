package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.cadreledger.access.Role;
import org.cadreledger.demo.Demo.SignIn;
import org.cadreledger.endtoend.Program;
import org.cadreledger.web.HttpJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What the office does around the points: register, rules, county, log, rebuilds, accounts. In counties of their own. */
@InTheBrowser
class OfficeStoriesTest {
    private static final String PASSWORD = "office-password-1";
    private static final Pattern ENDED = Pattern.compile("/jobs/.+");

    private final Bed bed;

    OfficeStoriesTest(Bed bed) {
        this.bed = bed;
    }

    /** A user of a county that nobody else works in; the county is there. */
    private SignIn of(String county, Role role) {
        SignIn admin = account(county + "-catalogue", Role.CATALOGUE_ADMIN, county);
        bed.program()
                .put(
                        admin.user(),
                        "/jurisdictions/" + county,
                        Map.of("name", "Office " + county, "firstMonth", "2026-01"));
        return role == Role.CATALOGUE_ADMIN
                ? admin
                : account(county + "-" + role.name().toLowerCase(Locale.ROOT), role, county);
    }

    private SignIn account(String user, Role role, String county) {
        bed.program()
                .post(
                        "admin",
                        "/users",
                        Map.of(
                                "username", user,
                                "password", PASSWORD,
                                "displayName", user,
                                "roles", List.of(role.name()),
                                "jurisdiction", county));
        bed.program().knows(user, PASSWORD);
        return new SignIn(user, PASSWORD, role.name());
    }

    private static void click(Visit visit, String key, Object... arguments) {
        button(visit, key, arguments).click();
    }

    private static Locator button(Visit visit, String key, Object... arguments) {
        String text = visit.text(key, arguments);
        return visit.page()
                .locator("main")
                .locator("a, button")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }

    private static String main(Visit visit) {
        return visit.page().innerText("main");
    }

    private static void endOfJob(Visit visit) {
        visit.page().waitForURL(ENDED);
        visit.page().waitForSelector(".chip-good, .chip-bad");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void an_import_is_looked_at_before_it_is_written(Language language) {
        String county = "imports-" + language.label();
        SignIn reviewer = of(county, Role.REVIEWER);
        String id = "imp-" + language.label();
        String csv = "cadreId,name,category,unit,post,registeredOn\n"
                + id + "1,First,SECTION,Unit,Head,2025-01-01\n"
                + id + "2,Second,RESERVE,Unit,Clerk,2025-01-01\n"
                + id + "3,Third,NONE,Unit,Clerk,2025-02-30\n";
        try (Visit visit = bed.visit(language, Screen.WIDE, reviewer)) {
            visit.open("/register/import");
            visit.page()
                    .setInputFiles("#file", new FilePayload("r.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
            click(visit, "import.preview");
            assertThat(main(visit))
                    .contains(visit.text("import.created", 2), visit.text("import.rejected", 1), "category", "NONE");
            visit.axe();
            visit.screenshot("office-import-preview");
            assertThat(bed.program().get(reviewer.user(), "/cadres").path("items"))
                    .isEmpty();

            click(visit, "import.do", 2);
            endOfJob(visit);
            assertThat(main(visit)).contains(visit.text("job.cadre-import", 2, 0, 0, 2), visit.text("import.row", 4));
            visit.axe();
            visit.screenshot("office-import-report");

            visit.open("/cadres?text=" + id);
            assertThat(main(visit)).contains("First", "Second").doesNotContain("Third");

            String second = csv.replace("First,SECTION,Unit", "First,SECTION,Elsewhere")
                    .replace("NONE,Unit,Clerk,2025-02-30", "SECTION,Unit,Clerk,2025-02-28");
            visit.open("/register/import");
            visit.page()
                    .setInputFiles(
                            "#file", new FilePayload("r.csv", "text/csv", second.getBytes(StandardCharsets.UTF_8)));
            click(visit, "import.preview");
            assertThat(main(visit)).contains(visit.text("import.changed", 1), visit.text("import.unchanged", 1));
            assertThat(visit.page().innerText("main del")).isEqualTo("Unit");
            assertThat(visit.page().innerText("main ins")).isEqualTo("Elsewhere");
        }
    }

    @Test
    void a_catalogue_is_drafted_compared_and_put_in_force_without_scripts() {
        SignIn admin = of("rules", Role.CATALOGUE_ADMIN);
        try (Visit visit = bed.visitWithoutScripts(Language.CHINESE, Screen.WIDE)) {
            visit.signIn(admin.user(), admin.password());
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
            String draft = visit.page().url();

            visit.open(draft.substring(bed.program().url().length()) + "/changes?from=1");
            assertThat(main(visit)).contains("A99", visit.text("catalogues.change.ADDED"), "8", "9");
            visit.axe();
            visit.screenshot("office-catalogue-changes");

            visit.open(draft.substring(bed.program().url().length()) + "/publish");
            visit.page().fill("#effectiveFrom", "2028-03");
            click(visit, "catalogues.preview");
            assertThat(main(visit)).contains("A99", visit.text("catalogues.final"));
            visit.axe();
            visit.screenshot("office-catalogue-publish");
            visit.page().click("form[method=post] .btn-primary");
            assertThat(main(visit)).contains(visit.text("catalogues.published"));
            visit.open("/catalogues");
            assertThat(main(visit)).contains("2028");
        }
    }

    @Test
    void the_county_and_its_holidays_are_set() {
        SignIn admin = of("settled", Role.CATALOGUE_ADMIN);
        try (Visit visit = bed.visit(Language.ENGLISH, Screen.WIDE, admin)) {
            visit.open("/county");
            visit.page().fill("#objectionDays", "7");
            click(visit, "county.do-settings");
            assertThat(visit.page().innerText("[role=status]")).contains("Office settled");
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
        }
    }

    @Test
    void a_cadre_is_registered_changed_and_absent() {
        SignIn reviewer = of("register", Role.REVIEWER);
        try (Visit visit = bed.visit(Language.CHINESE, Screen.WIDE, reviewer)) {
            visit.open("/register/new");
            String longName = "A very long name ".repeat(5).strip();
            Map.of(
                            "#cadreId",
                            "reg-1",
                            "#name",
                            longName,
                            "#unit",
                            "U".repeat(100),
                            "#post",
                            "Head",
                            "#registeredOn",
                            "2025-03-01")
                    .forEach(visit.page()::fill);
            click(visit, "cadres.do-register");
            assertThat(visit.page().innerText("h1")).isEqualTo(longName);
            visit.open("/cadres/reg-1/change");
            visit.page().fill("#post", "Deputy");
            visit.page().fill("#since", "2026-02-01");
            click(visit, "cadres.do-change");
            assertThat(visit.page().locator("main table").first().innerText()).contains("Head", "Deputy");
            visit.page().fill("#absent-from", "2026-02-10");
            visit.page().fill("#absent-to", "2026-02-01");
            visit.expects(422);
            visit.page().click("#absence button");
            assertThat(visit.page().innerText("[role=alert]")).contains(visit.text("field.before-from"));
            visit.page().fill("#absent-to", "2026-03-01");
            visit.page().click("#absence button");
            assertThat(main(visit)).contains(visit.text("done.absence-recorded"));
            visit.axe();
            visit.screenshot("office-cadre");
            Download saved = visit.page().waitForDownload(() -> {
                visit.open("/cadres");
                click(visit, "cadres.export");
            });
            assertThat(saved.suggestedFilename()).endsWith(".xlsx");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void an_auditor_filters_verifies_and_takes_the_log_away(Language language) throws IOException {
        try (Visit visit = bed.visit(language, Screen.WIDE, bed.userWith(Role.AUDITOR))) {
            visit.open("/log");
            visit.page().selectOption("#type", "catalogue.published.v1");
            click(visit, "frame.apply");
            assertThat(visit.page().locator("main tbody strong").first().innerText())
                    .isEqualTo(visit.text("event.catalogue.published.v1"));
            visit.axe();
            visit.screenshot("office-log");
            Download saved = visit.page().waitForDownload(() -> {
                visit.open("/log?toPosition=20");
                click(visit, "log.export");
            });
            List<String> lines = Files.readAllLines(saved.path());
            assertThat(lines).hasSize(21);
            assertThat(HttpJson.mapper().readTree(lines.getFirst()).path("head").asString())
                    .hasSize(64);
            JsonNode commit = HttpJson.mapper().readTree(lines.getLast());
            assertThat(commit.path("position").asLong()).isEqualTo(20);
            assertThat(commit.path("prev").asString())
                    .isEqualTo(HttpJson.mapper()
                            .readTree(lines.get(19))
                            .path("hash")
                            .asString());

            click(visit, "log.verify");
            endOfJob(visit);
            assertThat(visit.page().locator("main .chip-good").count()).isPositive();
            visit.axe();
        }
    }

    @Test
    void an_account_is_opened_and_signs_in_and_changes_its_password() {
        String user = "office-leader";
        try (Visit visit = bed.visit(Language.ENGLISH, Screen.WIDE)) {
            visit.signIn("admin", Program.ADMIN_PASSWORD);
            visit.open("/accounts/new");
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
            visit.axe();
        }
        try (Visit visit = bed.visit(Language.CHINESE, Screen.PHONE)) {
            visit.signIn(user, PASSWORD);
            visit.open("/password");
            visit.expects(422);
            change(visit, "not the old one", "another-password-2");
            assertThat(visit.page().innerText("[role=alert]")).contains(visit.text("field.wrong-password"));
            change(visit, PASSWORD, "another-password-2");
            visit.page().waitForURL(bed.program().url() + "/");
            assertThat(visit.page().innerText("[role=status]")).contains(visit.text("done.own-password"));
        }
        try (Visit visit = bed.visit(Language.CHINESE, Screen.WIDE)) {
            visit.signIn(user, "another-password-2");
        }
    }

    private static void change(Visit visit, String old, String next) {
        visit.page().fill("#oldPassword", old);
        visit.page().fill("#password", next);
        visit.page().fill("#repeatedPassword", next);
        click(visit, "password.do");
    }

    @Test
    void a_group_is_rebuilt_while_the_pages_go_on() {
        try (Visit visit = bed.visit(Language.CHINESE, Screen.WIDE, bed.userWith(Role.SECURITY_ADMIN))) {
            visit.page().onDialog(dialog -> dialog.accept());
            visit.open("/projections");
            visit.page().click("form[action='/projections/desk/reset'] button");
            assertThat(main(visit)).contains(visit.text("done.rebuild-started", "desk"));
            visit.page().waitForSelector(".chip:has-text('" + visit.text("projections.state.REBUILT") + "')");
            visit.axe();
            visit.screenshot("office-projections");
            visit.open("/accounts/roles");
            assertThat(visit.page().locator("table.matrix").count()).isEqualTo(2);
            visit.expects(403);
            assertThat(visit.open("/accounts").status()).isEqualTo(403);
        }
    }

    @Test
    void three_thousand_cadres_are_found_page_by_page() {
        SignIn reviewer = of("crowd", Role.REVIEWER);
        StringBuilder csv = new StringBuilder("cadreId,name,category,unit,post,registeredOn\n");
        for (int i = 1; i <= 3_000; i++) {
            csv.append("crowd-%04d,Person %04d,SECTION,Unit %02d,Clerk,2025-01-01%n".formatted(i, i, i % 40));
        }
        try (Visit visit = bed.visit(Language.ENGLISH, Screen.WIDE, reviewer)) {
            visit.open("/register/import");
            visit.page()
                    .setInputFiles(
                            "#file",
                            new FilePayload("r.csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8)));
            click(visit, "import.preview");
            assertThat(main(visit)).contains(visit.text("import.created", 3_000));
            click(visit, "import.do", 3_000);
            endOfJob(visit);
            visit.open("/cadres");
            assertThat(main(visit)).contains(visit.text("cadres.found", 3_000));
            visit.page().click("nav.pager a:last-child");
            assertThat(visit.page().locator("main tbody tr").count()).isEqualTo(100);
            visit.open("/cadres?text=crowd-2999");
            assertThat(visit.page().locator("main tbody tr").count()).isEqualTo(1);
            visit.axe();
        }
    }
}
