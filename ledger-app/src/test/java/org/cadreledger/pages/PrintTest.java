package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is hung up or filed on paper: a board of several sheets, and a cadre's points. */
@InTheBrowser
@TestInstance(Lifecycle.PER_CLASS)
class PrintTest {
    private static final String A4 = "210x297";

    /** More than a page of the board shows at once, so that the whole is asked for. */
    private static final int CADRES = 120;

    private final Bed bed;
    private final YearMonth first = QuarterCounty.lastQuarter();
    private final String quarter = QuarterCounty.quarter(first);
    private final QuarterCounty county;

    PrintTest(Bed bed) {
        this.bed = bed;
        this.county = new QuarterCounty(bed.program(), "print", first);
    }

    @BeforeAll
    void publish() {
        county.cadres(CADRES);
        county.user("c1", "CADRE", Map.of("cadreId", county.cadre(1), "jurisdiction", county.code));
        county.deduct("print-d1", 1, first, "N1");
        county.finishQuarter(first);
    }

    private static String text(Visit visit, String selector) {
        return Printed.plain(visit.page().locator(selector).first().innerText());
    }

    private static void assertIsPaper(Visit visit, Printed printed) {
        assertThat(printed.sizes()).isNotEmpty().allMatch(A4::equals);
        for (String navigation : new String[] {"frame.sign-out", "frame.foot", "menu.objections", "frame.print"}) {
            assertThat(printed.whole()).doesNotContain(Printed.plain(visit.text(navigation)));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_board_is_printed_whole_with_its_heading_its_seal_and_the_columns_named_on_each_sheet(Language language)
            throws IOException {
        try (Visit visit = county.visit(bed, language, Screen.WIDE, "publisher")) {
            visit.open("/boards/" + quarter);
            visit.page().waitForFunction("() => document.querySelector('.seal') || (location.reload(), false)");
            visit.page().click("main a[href*='all=true']");
            visit.page().waitForURL("**all=true**");
            assertThat(visit.page().locator(".board-rows tbody tr").count()).isEqualTo(CADRES);
            Printed printed = Printed.of(visit);
            assertIsPaper(visit, printed);
            assertThat(printed.pages().getFirst()).contains(text(visit, "h1"), Printed.plain(county.code));
            assertThat(printed.whole())
                    .contains(text(visit, ".board-sheet > section .seal"))
                    .contains(text(visit, ".board-rows tbody tr:first-child strong"))
                    .contains(text(visit, ".board-rows tbody tr:last-child strong") + county.cadre(1));
            String columns = text(visit, ".board-rows thead tr");
            assertThat(printed.pages().size()).isGreaterThan(2);
            // the last sheet may hold no more than the seal
            assertThat(printed.pages().subList(0, printed.pages().size() - 1))
                    .allSatisfy(sheet -> assertThat(sheet).contains(columns));
            assertThat(printed.whole()).doesNotContain(Printed.plain(visit.text("board.search")));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_own_points_are_printed_with_their_period_and_all_that_counts(Language language) throws IOException {
        try (Visit visit = county.visit(bed, language, Screen.WIDE, "c1")) {
            visit.open("/cadres/" + county.cadre(1) + "/points?period=" + quarter);
            Printed printed = Printed.of(visit);
            assertIsPaper(visit, printed);
            assertThat(printed.pages().getFirst())
                    .contains(text(visit, "h1"), text(visit, ".period-now"), text(visit, ".points-total"));
            assertThat(printed.whole())
                    .contains("Matterofprint-d1")
                    .contains(text(visit, "section[aria-labelledby=base] tbody tr:last-child th"))
                    .contains(text(visit, "#trend-table tbody tr:last-child"))
                    .doesNotContain(Printed.plain(visit.text("points.as-at")))
                    .doesNotContain(Printed.plain(visit.text("points.by-year")));
        }
    }
}
