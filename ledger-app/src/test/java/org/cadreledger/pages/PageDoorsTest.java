package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.pages.Doors.call;
import static org.cadreledger.pages.Doors.path;
import static org.cadreledger.pages.Doors.title;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cadreledger.access.Role;
import org.cadreledger.security.PageTable.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages answer to who may not, to forged forms, and to strangers who try the door. */
@InTheBrowser
@TestInstance(Lifecycle.PER_CLASS)
class PageDoorsTest {
    private final Bed bed;
    private final Doors doors;

    PageDoorsTest(Bed bed) {
        this.bed = bed;
        this.doors = new Doors(bed);
    }

    static Stream<Entry> shut() {
        return Doors.entries().filter(entry -> !entry.strangers());
    }

    static Stream<Entry> forms() {
        // signing out would end the caller's own session in the other tests
        return Doors.entries()
                .filter(entry -> entry.method().equals("POST")
                        && !List.of("/sign-in/again", "/sign-out").contains(entry.pattern()));
    }

    @ParameterizedTest
    @MethodSource("shut")
    void only_the_roles_of_the_table_come_in_and_strangers_are_asked_to_sign_in(Entry entry) {
        for (Role role : Role.values()) {
            if (!entry.roles().contains(role)) {
                HttpResponse<String> answer = call(doors.caller(role), entry, path(entry));
                assertThat(answer.statusCode()).as("%s %s", entry, role).isEqualTo(403);
                assertThat(answer.body()).contains(title("forbidden"));
            }
        }
        HttpResponse<String> stranger = call(Caller.nobody(bed), entry, path(entry));
        if (entry.method().equals("GET")) {
            assertThat(stranger.statusCode()).isEqualTo(302);
            assertThat(stranger.headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).contains("/sign-in"));
        } else {
            assertThat(stranger.statusCode()).isEqualTo(401);
            assertThat(stranger.body()).contains("name=\"password\"");
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_without_the_secret_is_out_of_date(Entry entry) {
        HttpResponse<String> answer = doors.oneOf(entry).postAsIs(path(entry), Map.of("reason", "x"));
        assertThat(answer.statusCode()).as("%s", entry).isEqualTo(403);
        assertThat(answer.body()).contains(title("form-out-of-date"));
    }

    @Test
    void what_another_site_sends_is_not_kept_for_after_the_sign_in() {
        Map<String, String> forged = Map.of("reason", "forged by another site");
        String path = "/cadres/C0001/entries/x1/reverse";
        for (String[] from : List.of(
                new String[] {"Sec-Fetch-Site", "cross-site"},
                new String[] {"Origin", "https://elsewhere.example"},
                new String[] {"Origin", "null"})) {
            HttpResponse<String> answer = Caller.nobody(bed).postAsIs(path, forged, from);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains(title("form-out-of-date")).doesNotContain("forged by");
        }
        HttpResponse<String> own = Caller.nobody(bed).postAsIs(path, forged, "Sec-Fetch-Site", "same-origin");
        assertThat(own.statusCode()).isEqualTo(401);
        assertThat(own.body()).contains("forged by another site");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example", "/x{y}", "/\t/x"})
    void one_is_only_led_on_within_the_pages(String to) {
        HttpResponse<String> answer = Caller.nobody(bed).post("/language", Map.of("language", "zh", "to", to));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith(bed.program().url() + "/")
                .doesNotContain("elsewhere");
    }

    @Test
    void the_door_does_not_tell_who_has_an_account() {
        Caller stranger = Caller.nobody(bed);
        HttpResponse<String> wrong = stranger.post(
                "/sign-in", Map.of("username", bed.userWith(Role.LEADER).user(), "password", "not the password"));
        HttpResponse<String> nobody =
                stranger.post("/sign-in", Map.of("username", "leaden", "password", "not the password"));
        assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(nobody.statusCode());
        assertThat(plain(wrong)).contains(Texts.text(Language.CHINESE, "sign-in.wrong"));
        assertThat(plain(wrong).replace(bed.userWith(Role.LEADER).user(), "leaden"))
                .isEqualTo(plain(nobody));
    }

    private static String plain(HttpResponse<String> page) {
        return page.body().replaceAll("(value|content)=\"[\\w-]{60,}\"", "");
    }

    @Test
    void a_form_sent_twice_is_done_once_and_its_key_serves_no_other() {
        Newcomer here = Newcomer.in(bed);
        Caller reviewer = doors.caller(Role.REVIEWER);
        String path = "/cadres/" + here.cadreId() + "/absences";
        Map<String, String> form = new HashMap<>(Map.of(
                "kind", "LEAVE", "from", "2026-02-02", "to", "2026-02-03", "formKey", "twice-" + here.cadreId()));
        assertThat(reviewer.post(path, form).statusCode()).isEqualTo(302);
        assertThat(reviewer.post(path, form).statusCode()).isEqualTo(302);
        String page = reviewer.get("/cadres/" + here.cadreId()).body();
        assertThat(page.split("absence=", -1)).as(page).hasSize(2);
        form.put("to", "2026-02-27");
        HttpResponse<String> other = reviewer.post(path, form);
        assertThat(other.statusCode()).isBetween(400, 499);
        assertThat(other.body()).contains("2026-02-27");
    }
}
