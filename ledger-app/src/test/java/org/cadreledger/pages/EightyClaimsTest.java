package org.cadreledger.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.cadreledger.endtoend.Program;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** One cadre with eighty claims in one month, half of them approved, in a unit and with matters whose names are long. */
@InTheBrowser
@TestInstance(Lifecycle.PER_CLASS)
class EightyClaimsTest {
    private static final int CLAIMS = 80;
    private static final int APPROVED = 40;

    /** Without a place to break a line. */
    private static final String UNBROKEN = "https://www.example.org/" + "archive".repeat(15);

    private final String month = ClaimForm.thisMonth();
    private final Bed bed;
    private final Map<String, String> names = Texts.load(resource());
    private final QuarterCounty county;
    private final String cadreId;

    EightyClaimsTest(Bed bed) {
        this.bed = bed;
        this.county = new QuarterCounty(bed.program(), "eighty", YearMonth.parse(month));
        this.cadreId = county.cadre(1);
    }

    private static String resource() {
        try (InputStream names = EightyClaimsTest.class.getResourceAsStream("/crowd/long-names.properties")) {
            return new String(Objects.requireNonNull(names).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String named(String what) {
        return Objects.requireNonNull(names.get(what));
    }

    @BeforeAll
    void claim() {
        Program program = county.program;
        program.put(
                county.name("reviewer"),
                "/cadres/" + cadreId,
                Map.of(
                        "name",
                        named("name"),
                        "jurisdiction",
                        county.code,
                        "category",
                        "SECTION",
                        "unit",
                        named("unit"),
                        "post",
                        named("unit"),
                        "registeredOn",
                        "2020-01-01"));
        county.user("c1", "CADRE", Map.of("cadreId", cadreId, "jurisdiction", county.code));
        county.user("clerk", "UNIT_CLERK", Map.of("jurisdiction", county.code, "unit", named("unit")));
        String paper = program.upload(county.name("c1"), named("matter") + ".pdf", Newcomer.pdf());
        String claims = "/ledgers/" + cadreId + "/claims";
        IntStream.range(0, CLAIMS)
                .forEach(i -> program.post(
                        county.name("c1"),
                        claims,
                        Map.of(
                                "claimId", "claim-" + i,
                                "month", month,
                                "rule", "A7",
                                "matter", i + " " + (i % 2 == 0 ? named("matter") : UNBROKEN),
                                "occurredOn", month + "-01",
                                "account", named("matter") + UNBROKEN,
                                "evidence", List.of(paper))));
        IntStream.range(0, APPROVED).forEach(i -> {
            program.post(county.name("reviewer"), claims + "/claim-" + i + "/score", Map.of());
            program.post(county.name("approver"), claims + "/claim-" + i + "/approve", Map.of());
        });
    }

    @InEveryLook
    void the_own_points_list_them_all(Look look) {
        try (Visit visit = county.visit(bed, look, "c1")) {
            Page page = visit.page();
            visit.open("/cadres/" + cadreId + "/points?period=" + month);
            assertThat(page.locator(".points-total")).hasText(Integer.toString(100 + 3 * APPROVED));
            Locator counted = page.locator("section[aria-labelledby=bonuses] .bill-line");
            Locator waiting = page.locator("section[aria-labelledby=waiting] .bill-line");
            assertThat(counted).hasCount(APPROVED);
            assertThat(waiting).hasCount(CLAIMS - APPROVED);
            waiting.last().locator("summary").click();
            assertThat(waiting.last().locator(".bill-story")).containsText(UNBROKEN);
            counted.first().locator("summary").click();
            assertThat(counted.first().locator(".bill-steps")).containsText("approver");
            visit.looksRight();
            visit.screenshot("eighty-points");
        }
    }

    @InEveryLook
    void the_declaration_lists_them_all(Look look) {
        try (Visit visit = county.visit(bed, look, "c1")) {
            Page page = visit.page();
            visit.open("/declarations/" + month);
            assertThat(page.locator(".claim-card")).hasCount(CLAIMS);
            visit.looksRight();
            visit.screenshot("eighty-declaration");
            page.locator(".claim-card:has-text('79 ') .actions a").click();
            assertThat(page.locator("#matter")).hasValue("79 " + UNBROKEN);
            visit.looksRight();
        }
    }

    @InEveryLook
    void the_clerk_sees_them_all_at_the_cadre(Look look) {
        try (Visit visit = county.visit(bed, look, "clerk")) {
            visit.open("/unit?month=" + month);
            assertThat(visit.page().locator("tbody tr li")).hasCount(CLAIMS);
            visit.looksRight();
            visit.screenshot("eighty-unit");
        }
    }

    @InEveryLook
    void the_desk_lists_what_waits_of_the_cadre_and_opens_the_last(Look look) {
        try (Visit visit = county.visit(bed, look, "reviewer")) {
            Page page = visit.page();
            visit.open("/review?q=" + cadreId);
            assertThat(page.locator("[data-line]")).hasCount(CLAIMS - APPROVED);
            visit.looksRight();
            page.locator("[data-line] [data-open]").last().click();
            page.waitForURL("**/claim-79**");
            assertThat(page.locator("#item")).containsText("79 " + UNBROKEN);
            assertThat(page.locator("#item h2")).hasText(named("name"));
            visit.looksRight();
            visit.screenshot("eighty-desk");
        }
    }
}
