package org.cadreledger.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** What everybody does who claims. */
final class ClaimForm {
    static final String SEND = "#claim-form .btn-primary";
    static final String NOTICE = ".alert-success[role=status]";

    private ClaimForm() {}

    /** Where the counties are. */
    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    /** Whose declaration is open in the demo. */
    static String thisMonth() {
        return YearMonth.from(today()).toString();
    }

    /** @param month whose declaration is open */
    static String of(Newcomer cadre, String month) {
        return "/cadres/" + cadre.cadreId() + "/claims/new?month=" + month;
    }

    /** A picture: on an emulated phone clicks beside the browser's own viewer of PDF files went astray. */
    static FilePayload paper() {
        return new FilePayload("paper.png", "image/png", DeskCounty.PICTURE.clone());
    }

    /** @param choice rule, or rule and level: {@code A7}, {@code A1:national} */
    static void fill(Page page, String month, String choice, String matter) {
        page.check("input[name=choice][value='" + choice + "']");
        page.fill("#matter", matter);
        page.fill("#occurredOn", month + "-01");
        page.fill("#account", "What was done, and who says so.");
    }

    static void upload(Page page) {
        page.setInputFiles("#files", paper());
        assertThat(page.locator("[data-files] li")).hasCount(1);
    }
}
