package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The two steps of the review, by two people, at the desk. Each test has claims of its own, found by their matter. */
@InTheBrowser
@TestInstance(Lifecycle.PER_CLASS)
class ReviewDeskTest {
    private static final int CADRES = 30;
    private static final int MANY = 20;
    private static final int FIRST_OF_MANY = 11;

    private final Bed bed;
    private final DeskCounty desk;

    ReviewDeskTest(Bed bed) {
        this.bed = bed;
        this.desk = new DeskCounty(bed.program(), "desk", CADRES);
    }

    @BeforeAll
    void prepare() {
        desk.staff("self", List.of("REVIEWER", "CADRE"), Map.of("cadreId", desk.county.cadre(5)));
    }

    private static String notice(Visit visit) {
        return visit.page().innerText(".alert-success");
    }

    private static String opened(Visit visit) {
        return visit.page().innerText("#item h2");
    }

    private static void press(Visit visit, String... keys) {
        for (String key : keys) {
            visit.page().keyboard().press(key);
        }
    }

    private static void waitUntilOpen(Visit visit, String name) {
        visit.page().waitForFunction("name => document.querySelector('#item h2').innerText === name", name);
    }

    @Test
    void two_people_score_and_approve_by_keyboard_alone() {
        desk.claim(1, "keys-1", "Keys");
        desk.claim(2, "keys-2", "Keys");
        try (Visit visit = desk.visit(bed, Language.CHINESE, "reviewer")) {
            visit.open("/review?q=Keys");
            assertThat(opened(visit)).isEqualTo("Name 1");
            press(visit, "?");
            assertThat(visit.page().isVisible("[data-keys] dl")).isTrue();
            press(visit, "j", "Enter");
            waitUntilOpen(visit, "Name 2");
            assertThat(visit.page().url()).contains("/review/desk-c2/keys-2", "q=Keys");
            // one level lower than claimed
            press(visit, "s", "ArrowDown", "Enter");
            visit.page().waitForSelector(".alert-success");
            assertThat(notice(visit)).isEqualTo(visit.text("done.desk.score", "Name 2", "+4"));
            assertThat(opened(visit)).isEqualTo("Name 1");
            assertThat(visit.page().url()).contains("q=Keys");
            visit.axe();
        }
        assertThat(desk.status(2, "keys-2")).startsWith("SCORED 4");
        try (Visit visit = desk.visit(bed, Language.ENGLISH, "approver")) {
            visit.open("/review?q=Keys");
            assertThat(opened(visit)).isEqualTo("Name 2");
            visit.axe();
            visit.screenshot("review-approve");
            press(visit, "a", "Enter");
            visit.page().waitForSelector(".alert-success");
            assertThat(notice(visit)).contains("Name 2", "+4");
            assertThat(visit.page().innerText(".empty-list")).contains(visit.text("desk.empty.filtered"));
        }
        assertThat(desk.total(2)).startsWith("104");
    }

    @Test
    void keys_are_letters_again_while_somebody_writes() {
        desk.claim(3, "write-1", "Writing");
        desk.score("reviewer", 3, "write-1");
        try (Visit visit = desk.visit(bed, Language.CHINESE, "approver")) {
            visit.open("/review?q=Writing");
            press(visit, "r");
            visit.page().keyboard().type("just ask a reviewer");
            assertThat(visit.page().inputValue("#reason-reject")).isEqualTo("just ask a reviewer");
            press(visit, "Control+Enter");
            visit.page().waitForSelector(".alert-success");
            assertThat(notice(visit)).isEqualTo(visit.text("done.desk.reject", "Name 3"));
        }
        assertThat(desk.status(3, "write-1")).isEqualTo("decided");
    }

    @Test
    void without_scripts_a_claim_is_returned_with_a_reason_and_nothing_typed_is_lost() {
        desk.claim(4, "plain-1", "Plain");
        try (Visit visit = bed.visitWithoutScripts(Language.CHINESE, Screen.WIDE)) {
            visit.signIn(desk.county.name("reviewer"), desk.county.password("reviewer"));
            visit.open("/review?q=Plain");
            Locator form = visit.page().locator("[data-act=return] form");
            visit.page().click("[data-act=return] summary");
            visit.expects(422);
            form.locator("textarea").fill("   ");
            form.locator("button").click();
            assertThat(visit.page().isVisible("#problems .alert-danger")).isTrue();
            assertThat(form.locator("textarea").isVisible()).isTrue();
            form.locator("textarea").fill("The certificate is missing");
            form.locator("button").click();
            assertThat(notice(visit)).isEqualTo(visit.text("done.desk.return", "Name 4"));
        }
        assertThat(desk.status(4, "plain-1")).startsWith("RETURNED");
    }

    @Test
    void own_claims_and_the_second_step_of_the_own_score_are_shut_and_say_why() {
        desk.claim(5, "eyes-1", "Eyes");
        desk.claim(6, "eyes-2", "Eyes");
        desk.score("both", 6, "eyes-2");
        try (Visit visit = desk.visit(bed, Language.CHINESE, "self")) {
            visit.open("/review?q=Eyes");
            assertThat(visit.page().innerText("[data-shut=score]")).contains(visit.text("permit.own"));
            assertThat(visit.page().innerText("[data-shut=approve]")).contains(visit.text("permit.role-approver"));
            assertThat(visit.page().locator("#item form").count()).isZero();
            assertThat(visit.page().innerText("[data-line]")).contains(visit.text("permit.own"));
        }
        try (Visit visit = desk.visit(bed, Language.ENGLISH, "both")) {
            visit.open("/review?state=SCORED&q=Eyes");
            assertThat(visit.page().innerText("[data-shut=approve]")).contains(visit.text("permit.scored"));
            assertThat(visit.page().innerText("[data-shut=reject]")).contains(visit.text("permit.scored"));
            assertThat(visit.page().locator("[data-act=return]").count()).isOne();
            assertThat(visit.page().locator("[data-line] input[type=checkbox]").count())
                    .isZero();
            visit.axe();
        }
    }

    @Test
    void the_same_file_of_another_claim_is_pointed_out() {
        desk.claim(7, "twin-1", "Twins");
        desk.claim(8, "twin-2", "Twins");
        try (Visit visit = desk.visit(bed, Language.CHINESE, "reviewer")) {
            visit.open("/review/" + desk.county.cadre(8) + "/twin-2?q=Twins");
            assertThat(visit.page().innerText("#item .alert-warning")).contains(visit.text("desk.twins.file", "award"));
            assertThat(visit.page().isVisible("#item .evidence-file img")).isTrue();
        }
    }

    @Test
    void many_are_approved_at_once_and_the_refused_one_is_listed_with_its_reason() {
        IntStream.range(FIRST_OF_MANY, FIRST_OF_MANY + MANY).forEach(i -> {
            desk.claim(i, "bulk-" + i, "Bulk");
            desk.score("reviewer", i, "bulk-" + i);
        });
        try (Visit visit = desk.visit(bed, Language.CHINESE, "approver")) {
            visit.open("/review?q=Bulk");
            desk.reject("both", FIRST_OF_MANY, "bulk-" + FIRST_OF_MANY);
            visit.page().check("[data-select-all]");
            visit.page().onDialog(Dialog::accept);
            visit.page().click("#bulk button");
            visit.page().waitForURL("**/jobs/*");
            visit.page().waitForSelector("#job .btn-primary");
            assertThat(visit.page().innerText("#job")).contains(visit.text("job.approvals", MANY - 1, 1));
            assertThat(visit.page().getAttribute("#job table a", "href"))
                    .isEqualTo("/review/" + desk.county.cadre(FIRST_OF_MANY) + "/bulk-" + FIRST_OF_MANY);
            visit.axe();
            visit.screenshot("review-bulk");
            visit.page().click("#job .btn-primary");
            assertThat(visit.page().innerText(".empty-list")).contains(visit.text("desk.empty.filtered"));
        }
        assertThat(desk.total(FIRST_OF_MANY + 1)).startsWith("108");
        assertThat(desk.total(FIRST_OF_MANY)).startsWith("100");
    }

    @Test
    void filters_live_in_the_address_and_survive_reloading() {
        desk.claim(9, "filter-1", "Filter");
        desk.claim(10, "filter-2", "Filter");
        try (Visit visit = desk.visit(bed, Language.CHINESE, "reviewer")) {
            visit.open("/review?q=Filter");
            assertThat(visit.page().locator("[data-line]").count()).isEqualTo(2);
            visit.page().selectOption("#f-unit", "Even office");
            visit.page().waitForURL("**unit=Even**");
            assertThat(visit.page().locator("[data-line]").count()).isOne();
            visit.page().reload();
            assertThat(visit.page().inputValue("#f-unit")).isEqualTo("Even office");
            assertThat(opened(visit)).isEqualTo("Name 10");
            visit.page().selectOption("#f-age", "30");
            visit.page().waitForURL("**age=30**");
            assertThat(visit.page().innerText(".empty-list")).contains(visit.text("desk.empty.filtered"));
        }
    }

    @Test
    void a_leader_reads_and_can_do_nothing() {
        desk.claim(9, "leader-1", "Leader");
        try (Visit visit = desk.visit(bed, Language.ENGLISH, "leader")) {
            visit.open("/review?q=Leader");
            assertThat(opened(visit)).isEqualTo("Name 9");
            assertThat(visit.page().locator("#item form").count()).isZero();
            assertThat(visit.page().locator("#item .acts, .desk-bulk").count()).isZero();
            assertThat(visit.page().innerText(".page-purpose")).isEqualTo(visit.text("review.purpose.reader"));
        }
    }
}
