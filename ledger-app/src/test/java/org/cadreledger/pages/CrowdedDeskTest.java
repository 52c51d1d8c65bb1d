package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A desk that is empty, and one with more claims than a page holds. */
@InTheBrowser
@TestInstance(Lifecycle.PER_CLASS)
class CrowdedDeskTest {
    private static final int CADRES = 50;
    private static final int EACH = 5;
    private static final int PAGE = 100;

    private final Bed bed;
    private final DeskCounty desk;

    CrowdedDeskTest(Bed bed) {
        this.bed = bed;
        this.desk = new DeskCounty(bed.program(), "crowd", CADRES);
    }

    /** Of the odd office, so that all show one picture: the worst case for pointing out the same file. */
    @BeforeAll
    void prepare() {
        IntStream.range(0, CADRES * EACH)
                .forEach(i -> desk.claim(2 * (i % (CADRES / 2)) + 1, "crowd-" + i, "Matter " + i));
    }

    @Test
    void a_crowd_of_claims_is_paged_and_searched() {
        try (Visit visit = desk.visit(bed, Language.CHINESE, "reviewer")) {
            visit.open("/review");
            assertThat(visit.page().innerText(".desk-table caption")).contains(Integer.toString(CADRES * EACH));
            assertThat(visit.page().locator("[data-line]").count()).isEqualTo(PAGE);
            visit.axe();
            visit.page().click(".pager a");
            visit.page().waitForURL("**after=**");
            assertThat(visit.page().locator("[data-line]").count()).isEqualTo(PAGE);
            assertThat(visit.page().innerText(".desk-table tbody")).contains("Matter 100\n", "Matter 199");
            visit.open("/review?q=Matter+249");
            assertThat(visit.page().locator("[data-line]").count()).isOne();
            visit.page().click("[data-act=score] form > button");
            visit.page().waitForSelector(".alert-success");
        }
    }

    @Test
    void an_empty_desk_says_what_will_be_there() {
        try (Visit visit = desk.visit(bed, Language.ENGLISH, "leader")) {
            visit.open("/review?state=RETURNED");
            assertThat(visit.page().innerText(".empty-list")).contains(visit.text("desk.empty.RETURNED"));
            assertThat(visit.page().isVisible("#item")).isFalse();
            visit.axe();
            visit.open("/deductions");
            assertThat(visit.page().innerText(".empty-list")).contains(visit.text("desk.empty.UNCONFIRMED"));
            visit.axe();
            visit.screenshot("deductions-empty");
        }
    }
}
