package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.pages.OfficeHands.click;
import static org.cadreledger.pages.OfficeHands.endOfJob;
import static org.cadreledger.pages.OfficeHands.main;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.cadreledger.access.Role;
import org.cadreledger.demo.Demo.SignIn;
import org.junit.jupiter.api.Test;

/** The register kept by the department: imported, registered one by one, searched. */
@InTheBrowser
class RegisterStoriesTest {
    private final Bed bed;

    RegisterStoriesTest(Bed bed) {
        this.bed = bed;
    }

    private static void choose(Visit visit, String csv) {
        visit.open("/register/import");
        visit.page().setInputFiles("#file", new FilePayload("r.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        click(visit, "import.preview");
    }

    @InEveryLook
    void an_import_is_looked_at_before_it_is_written(Look look) {
        SignIn reviewer = OfficeHands.of(bed, "imports-" + look, Role.REVIEWER);
        String id = "imp-" + look;
        String csv = "cadreId,name,category,unit,post,registeredOn\n"
                + id + "1,First,SECTION,Unit,Head,2025-01-01\n"
                + id + "2,Second,RESERVE,Unit,Clerk,2025-01-01\n"
                + id + "3,Third,NONE,Unit,Clerk,2025-02-30\n";
        try (Visit visit = bed.visit(look, reviewer)) {
            choose(visit, csv);
            assertThat(main(visit))
                    .contains(visit.text("import.created", 2), visit.text("import.rejected", 1), "category", "NONE");
            visit.looksRight();
            visit.screenshot("office-import-preview");
            assertThat(bed.program().get(reviewer.user(), "/cadres").path("items"))
                    .isEmpty();

            click(visit, "import.do", 2);
            endOfJob(visit);
            assertThat(main(visit)).contains(visit.text("job.cadre-import", 2, 0, 0, 2), visit.text("import.row", 4));
            visit.looksRight();
            visit.screenshot("office-import-report");

            visit.open("/cadres?text=" + id);
            assertThat(main(visit)).contains("First", "Second").doesNotContain("Third");

            String second = csv.replace("First,SECTION,Unit", "First,SECTION,Elsewhere")
                    .replace("NONE,Unit,Clerk,2025-02-30", "SECTION,Unit,Clerk,2025-02-28");
            choose(visit, second);
            assertThat(main(visit)).contains(visit.text("import.changed", 1), visit.text("import.unchanged", 1));
            assertThat(visit.page().innerText("main del")).isEqualTo("Unit");
            assertThat(visit.page().innerText("main ins")).isEqualTo("Elsewhere");
        }
    }

    @InEveryLook
    void a_cadre_is_registered_changed_and_absent(Look look) {
        SignIn reviewer = OfficeHands.of(bed, "register-" + look, Role.REVIEWER);
        String id = "reg-" + look;
        try (Visit visit = bed.visit(look, reviewer)) {
            visit.open("/register/new");
            String longName = "A very long name ".repeat(5).strip();
            Map.of(
                            "#cadreId",
                            id,
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
            visit.looksRight();
            visit.open("/cadres/" + id + "/change");
            visit.looksRight();
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
            visit.looksRight();
            visit.screenshot("office-cadre");
            Download saved = visit.page().waitForDownload(() -> {
                visit.open("/cadres");
                click(visit, "cadres.export");
            });
            assertThat(saved.suggestedFilename()).endsWith(".xlsx");
        }
    }

    @Test
    void three_thousand_cadres_are_found_page_by_page() {
        SignIn reviewer = OfficeHands.of(bed, "register-crowd", Role.REVIEWER);
        StringBuilder csv = new StringBuilder("cadreId,name,category,unit,post,registeredOn\n");
        for (int i = 1; i <= 3_000; i++) {
            csv.append("crowd-%04d,Person %04d,SECTION,Unit %02d,Clerk,2025-01-01%n".formatted(i, i, i % 40));
        }
        try (Visit visit = bed.visit(Language.ENGLISH, Screen.WIDE, reviewer)) {
            choose(visit, csv.toString());
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
