package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.cadreledger.access.Role;
import org.cadreledger.pages.Stops.Stop;
import org.cadreledger.security.PageTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everybody opens everything that is theirs in both languages, at the desk and, who uses one, on the phone. A page is examined
 * by axe and photographed when it is met for the first time in that language and width; the start page for every role, being
 * another for each.
 */
@InTheBrowser
@TestInstance(Lifecycle.PER_CLASS)
class EveryPageTest {
    private static final String START = "start";

    /** Whose pages fit a phone; the department's are made for wide screens. */
    private static final Set<Role> FOR_PHONES = Set.of(Role.CADRE, Role.UNIT_CLERK);

    /** Whoever looks at pages on a phone: strangers too, who have no role. */
    private static boolean usesPhone(@Nullable Role role) {
        return role == null || role == Role.LEADER || FOR_PHONES.contains(role);
    }

    private final Bed bed;
    private final Stops stops;
    private final Set<String> examined = new HashSet<>();

    EveryPageTest(Bed bed) {
        this.bed = bed;
        this.stops = new Stops(bed);
    }

    static Stream<Arguments> everybody() {
        // null is somebody who has not signed in
        List<@Nullable Role> roles = new ArrayList<>(List.of(Role.CADRE));
        Stream.of(Role.values()).filter(role -> role != Role.CADRE).forEach(roles::add);
        roles.add(null);
        return roles.stream()
                .flatMap(role -> Stream.of(Screen.values())
                        .filter(screen -> screen == Screen.WIDE || usesPhone(role))
                        .map(screen -> Arguments.of(role, screen)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everybody")
    void every_page_is_as_it_must_be(@Nullable Role role, Screen screen) {
        List<String> findings = new ArrayList<>();
        List<Stop> walk = stops.of(role);
        assertThat(walk).isNotEmpty();
        try (Visit visit = role == null
                ? bed.visit(Language.CHINESE, screen)
                : bed.visit(Language.CHINESE, screen, bed.userWith(role))) {
            for (Language language : Language.values()) {
                visit.speak(language);
                for (Stop stop : walk) {
                    List<String> found = look(visit, role, screen, stop);
                    found.forEach(finding -> findings.add(language + " " + stop.path() + ": " + finding));
                }
            }
            assertThat(findings).as("%s %s", role, screen).isEmpty();
        }
    }

    /** Excel and other files come as such, with something in them; pages that lead on do. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("roles")
    void every_file_comes_and_every_short_way_leads_on(Role role) {
        List<String> findings = new ArrayList<>();
        try (Visit visit = bed.visit(Language.CHINESE, Screen.WIDE, bed.userWith(role))) {
            for (Stop stop : stops.apart(Stops.FILES, role)) {
                APIResponse file = visit.get(stop.path());
                check(findings, () -> file.status() == 200, stop.path() + " answered with " + file.status());
                String type = file.headers().getOrDefault("content-type", "");
                check(findings, () -> !type.startsWith("text/html"), stop.path() + " is a page");
                check(findings, () -> file.body().length > 0, stop.path() + " is empty");
            }
            Stops.LEADING_ON.forEach((pattern, to) -> {
                for (Stop stop : stops.apart(Set.of(pattern), role)) {
                    visit.open(stop.path());
                    String end = stops.filled(to, role);
                    check(findings, () -> visit.page().url().endsWith(end), stop.path() + " does not lead to " + end);
                }
            });
        }
        assertThat(findings).as("%s", role).isEmpty();
    }

    static Stream<Role> roles() {
        return Stream.of(Role.values());
    }

    @Test
    void a_long_action_is_as_it_must_be() {
        try (Visit visit = bed.visit(Language.CHINESE, Screen.WIDE, bed.userWith(Role.AUDITOR))) {
            visit.open("/log");
            visit.page().click("form[action$='/log/verify'] button");
            visit.page().waitForURL("**/jobs/*");
            Stop job = new Stop("jobs-jobId", "/jobs/" + visit.page().url().replaceFirst(".*/jobs/", ""));
            for (Language language : Language.values()) {
                visit.speak(language);
                assertThat(look(visit, Role.AUDITOR, Screen.WIDE, job))
                        .as("%s", language)
                        .isEmpty();
            }
        }
    }

    private List<String> look(Visit visit, @Nullable Role role, Screen screen, Stop stop) {
        List<String> found = new ArrayList<>();
        Response response = visit.open(stop.path());
        Page page = visit.page();
        check(found, () -> response.status() == 200, "answered with " + response.status());
        check(found, () -> page.url().endsWith(stop.path()), "led to " + page.url());
        String language = page.getAttribute("html", "lang");
        check(found, () -> visit.language().tag().equals(language), "html lang is " + language);
        check(
                found,
                () -> page.locator("h1").count() == 1,
                "has " + page.locator("h1").count() + " h1");
        check(found, () -> isFilled(page.locator("h1")), "has an empty h1");
        check(found, () -> isFilled(page.locator(".page-purpose")), "does not say what it is for");
        int primaries = page.locator("main .btn-primary:visible").count();
        check(found, () -> primaries <= 1, "has " + primaries + " primary actions");
        String shown = page.locator("body").innerText();
        Texts.missing(shown).forEach(key -> found.add("lacks the text " + key));
        Texts.ofOther(visit.language(), shown).forEach(text -> found.add("says in the other language: " + text));
        closedLinks(page, role).forEach(link -> found.add("leads to where its reader may not go: " + link));
        if (screen == Screen.PHONE && (role == null || FOR_PHONES.contains(role))) {
            Object width = page.evaluate("document.documentElement.scrollWidth");
            check(
                    found,
                    () -> width instanceof Integer w && w <= screen.width(),
                    "is " + width + " px wide on a phone");
        }
        String name = stop.name().equals(START) && role != null ? START + "-" + role : stop.name();
        if (examined.add(name + visit.language() + screen)) {
            visit.screenshot(name);
            found.addAll(visit.axeFindings());
        }
        return found;
    }

    /** Links of our pages that answer "not for you". */
    private static List<String> closedLinks(Page page, @Nullable Role role) {
        Object links = page.evaluate("Array.from(document.querySelectorAll('a[href^=\"/\"]'), a => a.pathname)");
        List<String> closed = new ArrayList<>();
        if (links instanceof List<?> paths) {
            for (Object path : paths) {
                if (path instanceof String to
                        && !to.startsWith("/api/")
                        && !isWayIn(role, to)
                        && !PageTable.isOpen(role, to)) {
                    closed.add(to);
                }
            }
        }
        return closed.stream().distinct().toList();
    }

    /** The name of the product leads strangers to the sign-in. */
    private static boolean isWayIn(@Nullable Role role, String path) {
        return role == null && path.equals("/");
    }

    private static boolean isFilled(Locator element) {
        return element.count() > 0 && !element.first().innerText().isBlank();
    }

    private static void check(List<String> found, BooleanSupplier good, String otherwise) {
        if (!good.getAsBoolean()) {
            found.add(otherwise);
        }
    }
}
