package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cadreledger.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of periods, boards, objections and consequences whose addresses need one another, in both languages and widths. */
@InTheBrowser
@TestInstance(Lifecycle.PER_CLASS)
class BoardWalkTest {
    private static final int CADRES = 20;

    private final Bed bed;
    private final YearMonth first = QuarterCounty.lastQuarter().minusMonths(3);
    private final String quarter = QuarterCounty.quarter(first);
    private final QuarterCounty county;

    BoardWalkTest(Bed bed) {
        this.bed = bed;
        this.county = new QuarterCounty(bed.program(), "walk", first);
    }

    /** One quarter with two revisions, ties at both cuts and an objection; the next has not been closed. */
    @BeforeAll
    void play() {
        county.cadres(CADRES);
        county.user("c1", "CADRE", Map.of("cadreId", county.cadre(1), "jurisdiction", county.code));
        county.deduct("walk-d1", 1, first, "N1");
        for (int i = 0; i < 3; i++) {
            county.step(first.plusMonths(i).toString(), "close");
        }
        county.step(quarter, "publish");
        bed.program()
                .post(
                        county.name("c1"),
                        "/boards/" + quarter + "/objections",
                        Map.of("objectionId", "walk-o1", "kind", "INQUIRY", "statement", "Why?"));
        county.step(quarter, "revise");
    }

    static Stream<Arguments> everybody() {
        return Stream.of(Role.PUBLISHER, Role.APPROVER, Role.DISCIPLINE, Role.LEADER, Role.CADRE)
                .flatMap(role -> Stream.of(Language.values())
                        .flatMap(language -> screens(role).map(screen -> Arguments.of(role, language, screen))));
    }

    private static Stream<Screen> screens(Role role) {
        return role == Role.CADRE ? Stream.of(Screen.values()) : Stream.of(Screen.WIDE);
    }

    private List<String> paths(Role role) {
        String board = "/boards/" + quarter;
        String flag = "/consequences/" + county.cadre(1);
        String handled = "/handled?period=" + first.getYear();
        return switch (role) {
            case PUBLISHER ->
                List.of(
                        "/periods/" + quarter,
                        "/periods/" + first.plusMonths(3),
                        "/periods/" + first.plusMonths(3) + "/close",
                        "/periods/" + quarter + "/revise",
                        "/periods/" + quarter + "/finalise",
                        board,
                        board + "?q=nobody",
                        board + "?category=RESERVE&all=true",
                        board + "/changes",
                        board + "/designations",
                        "/consequences?year=" + first.getYear(),
                        flag + "/PRIORITY/confirm?year=" + first.getYear(),
                        flag + "/LAST_PLACE" + handled,
                        "/fraud-cases/any/handled?cadreId=" + county.cadre(1));
            case DISCIPLINE ->
                List.of("/consequences?year=" + first.getYear() + "&flag=ADMONITION", flag + "/ADMONITION" + handled);
            case CADRE -> List.of(board, board + "/objections/new", "/objections/walk-o1");
            default -> List.of(board, "/objections", "/objections/walk-o1", "/cadres/" + county.cadre(1) + "/file");
        };
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("everybody")
    void every_page_is_as_it_must_be(Role role, Language language, Screen screen) {
        List<String> findings = new ArrayList<>();
        String user = role == Role.CADRE ? "c1" : role.name().toLowerCase(Locale.ROOT);
        try (Visit visit = county.visit(bed, language, screen, user)) {
            for (String path : paths(role)) {
                look(visit, path, screen).forEach(finding -> findings.add(path + ": " + finding));
                visit.screenshot("walk-" + role + path.replaceAll("[^A-Za-z0-9]+", "-"));
            }
        }
        assertThat(findings).isEmpty();
    }

    private static List<String> look(Visit visit, String path, Screen screen) {
        Response response = visit.open(path);
        List<String> found = new ArrayList<>(visit.axeFindings());
        if (response.status() != 200) {
            found.add("answered with " + response.status());
        }
        if (visit.page().locator("main .btn-primary:visible").count() > 1) {
            found.add("more than one primary action");
        }
        Object width = visit.page().evaluate("document.documentElement.scrollWidth");
        if (screen == Screen.PHONE && width instanceof Integer w && w > screen.width()) {
            found.add("is " + w + " px wide");
        }
        Texts.missing(visit.page().locator("body").innerText()).forEach(key -> found.add("lacks the text " + key));
        return found;
    }
}
