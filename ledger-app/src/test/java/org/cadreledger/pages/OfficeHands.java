package org.cadreledger.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.cadreledger.access.Role;
import org.cadreledger.demo.Demo.SignIn;

/** What the stories of the office do again and again. */
final class OfficeHands {
    static final String PASSWORD = "office-password-1";
    private static final Pattern JOB = Pattern.compile("/jobs/.+");

    /** Milliseconds in which a busy machine writes 3,000 commits. */
    private static final double LONGEST_JOB = 300_000;

    private OfficeHands() {}

    /** A user of a county that nobody else works in; the county is there. */
    static SignIn of(Bed bed, String county, Role role) {
        SignIn admin = account(bed, county + "-catalogue", Role.CATALOGUE_ADMIN, county);
        bed.program()
                .put(
                        admin.user(),
                        "/jurisdictions/" + county,
                        Map.of("name", "Office " + county, "firstMonth", "2026-01"));
        return role == Role.CATALOGUE_ADMIN
                ? admin
                : account(bed, county + "-" + role.name().toLowerCase(Locale.ROOT), role, county);
    }

    private static SignIn account(Bed bed, String user, Role role, String county) {
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

    static void click(Visit visit, String key, Object... arguments) {
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

    static String main(Visit visit) {
        return visit.page().innerText("main");
    }

    static void endOfJob(Visit visit) {
        visit.page().waitForURL(JOB);
        visit.page()
                .waitForSelector(
                        "main .chip-good, main .chip-bad", new Page.WaitForSelectorOptions().setTimeout(LONGEST_JOB));
    }
}
