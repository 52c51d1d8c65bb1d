package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.List;
import org.cadreledger.access.Role;
import org.cadreledger.demo.Demo.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In by the form, out by the button. */
@InTheBrowser
class SignInTest {
    private final Bed bed;

    SignInTest(Bed bed) {
        this.bed = bed;
    }

    private static boolean isAtSignIn(Visit visit) {
        return visit.page().url().contains("/sign-in") && visit.page().isVisible("input[name=password][type=password]");
    }

    @InEveryLook
    void who_comes_in_is_asked_signs_in_and_out_again(Look look) {
        SignIn user = bed.userWith(Role.CADRE);
        try (Visit visit = bed.visit(look.language(), look.screen())) {
            visit.open("/");
            assertThat(isAtSignIn(visit)).isTrue();
            assertThat(visit.page().getAttribute("html", "lang"))
                    .isEqualTo(look.language().tag());
            assertThat(visit.page().innerText("h1")).isEqualTo(visit.text("sign-in.title"));
            visit.looksRight();
            visit.screenshot("sign-in");
            visit.fillSignIn(user.user(), user.password());
            visit.page().waitForURL(bed.program().url() + "/");
            assertThat(visit.page().innerText(".page-purpose"))
                    .startsWith(visit.text("start.purpose", "").substring(0, 3));
            signOut(visit);
            assertThat(isAtSignIn(visit)).isTrue();
            visit.open("/");
            assertThat(isAtSignIn(visit)).isTrue();
        }
    }

    private static void signOut(Visit visit) {
        visit.page()
                .getByText(visit.text("frame.sign-out"), new Page.GetByTextOptions().setExact(true))
                .click();
        visit.page().waitForURL("**/sign-in");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_wrong_password_is_told_and_the_name_kept(Language language) {
        SignIn user = bed.userWith(Role.AUDITOR);
        try (Visit visit = bed.visit(language, Screen.WIDE)) {
            visit.expects(401);
            visit.open("/sign-in");
            visit.fillSignIn(user.user(), "not the password");
            assertThat(visit.page().innerText("[role=alert]")).contains(visit.text("sign-in.wrong"));
            assertThat(visit.page().inputValue("input[name=username]")).isEqualTo(user.user());
            assertThat(visit.page().inputValue("input[name=password]")).isEmpty();
            visit.axe();
            visit.screenshot("sign-in-refused");
            visit.fillSignIn(user.user(), user.password());
            visit.page().waitForURL(bed.program().url() + "/");
        }
    }

    @Test
    void everything_works_without_scripts() {
        SignIn user = bed.userWith(Role.REVIEWER);
        try (Visit visit = bed.visitWithoutScripts(Language.CHINESE, Screen.WIDE)) {
            visit.signIn(user.user(), user.password());
            visit.page().click("button[name=language]");
            assertThat(visit.page().getAttribute("html", "lang")).isEqualTo(Language.ENGLISH.tag());
            visit.speak(Language.ENGLISH);
            signOut(visit);
            assertThat(isAtSignIn(visit)).isTrue();
        }
    }

    @Test
    void the_keyboard_is_enough() {
        SignIn user = bed.userWith(Role.PUBLISHER);
        try (Visit visit = bed.visit(Language.CHINESE, Screen.WIDE)) {
            visit.open("/sign-in");
            visit.page().waitForFunction("() => document.activeElement.id === 'username'");
            visit.page().keyboard().type(user.user());
            visit.page().keyboard().press("Tab");
            visit.page().keyboard().type(user.password());
            visit.page().keyboard().press("Enter");
            visit.page().waitForURL(bed.program().url() + "/");
        }
    }

    @Test
    void the_language_is_chosen_in_the_header_and_stays() {
        try (Visit visit = bed.visit(Language.CHINESE, Screen.PHONE)) {
            visit.open("/sign-in");
            visit.page().click("button[name=language]");
            assertThat(visit.page().getAttribute("html", "lang")).isEqualTo(Language.ENGLISH.tag());
            visit.open("/sign-in");
            assertThat(visit.page().innerText("h1")).isEqualTo(Texts.text(Language.ENGLISH, "sign-in.title"));
            visit.page().click("button[name=language]");
            assertThat(visit.page().innerText("h1")).isEqualTo(Texts.text(Language.CHINESE, "sign-in.title"));
        }
    }

    @Test
    void who_asked_for_a_page_gets_it_after_the_sign_in() {
        SignIn user = bed.userWith(Role.REVIEWER);
        try (Visit visit = bed.visit(Language.CHINESE, Screen.WIDE)) {
            visit.open("/?month=2026-01");
            visit.fillSignIn(user.user(), user.password());
            visit.page().waitForURL(bed.program().url() + "/?month=2026-01");
        }
    }

    @Test
    void a_board_that_is_not_public_asks_to_sign_in() {
        try (Visit visit = bed.visit(Language.ENGLISH, Screen.WIDE)) {
            visit.open("/boards/" + QuarterCounty.quarter(QuarterCounty.lastQuarter()) + "?jurisdiction=" + Bed.COUNTY);
            assertThat(visit.page().url()).contains("/sign-in?to=");
        }
    }

    @Test
    void scripts_and_other_sites_do_not_get_at_the_session() {
        try (Visit visit = bed.visit(Language.CHINESE, Screen.WIDE, bed.userWith(Role.LEADER))) {
            List<Cookie> session = visit.page().context().cookies().stream()
                    .filter(cookie -> cookie.name.equals("ledger-session"))
                    .toList();
            assertThat(session).singleElement().satisfies(cookie -> {
                assertThat(cookie.httpOnly).isTrue();
                assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
            });
            assertThat(visit.page().evaluate("document.cookie").toString()).doesNotContain("ledger-session");
        }
    }
}
