package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cadreledger.access.Role;
import org.cadreledger.demo.Demo.SignIn;
import org.cadreledger.endtoend.Program;
import org.cadreledger.security.PageTable;
import org.cadreledger.security.PageTable.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages answer to who may not, to forged forms, and to addresses and fields that no page of ours has. */
@InTheBrowser
@TestInstance(Lifecycle.PER_CLASS)
class PageDoorsTest {
    private static final Map<String, String> USUAL = Map.of(
            "period", "2026-Q1", "month", "2026-03", "version", "1", "flag", "TALK", "step", "publish", "cadreId",
            "C0001");

    /** Called by every page's form with whatever is in it. */
    private static final List<String> FIELDS = List.of(
            "year",
            "month",
            "period",
            "jurisdiction",
            "revision",
            "page",
            "from",
            "to",
            "until",
            "since",
            "fromPosition",
            "asAt",
            "text",
            "q",
            "cadreId",
            "effectiveFrom",
            "occurredOn",
            "points",
            "matterCap",
            "rows",
            "file",
            "do",
            "item",
            "entry",
            "upheld",
            "on",
            "registeredOn",
            "daysOff",
            "rule.0.code",
            "rule.0.points",
            "evidence");

    private static final List<String> JUNK = List.of(
            "",
            "x",
            "-1",
            "99999999999999999999",
            "2147483647",
            "+999999999-12-31",
            "0001-01",
            "9999-12",
            "{x}",
            "(",
            "'\"><b>",
            "1e999999999",
            "\uD83D\uDE00",
            "\u202E",
            "a\nb",
            ":",
            "/");

    private static final String OUTSIDER_PASSWORD = "outsider-password";

    private final Bed bed;
    private final Map<Role, Caller> callers = new EnumMap<>(Role.class);

    PageDoorsTest(Bed bed) {
        this.bed = bed;
    }

    static Stream<Entry> entries() {
        return PageTable.entries().stream().filter(entry -> !entry.pattern().endsWith("/**"));
    }

    static Stream<Entry> shut() {
        return entries().filter(entry -> !entry.strangers());
    }

    static Stream<Entry> forms() {
        // signing out would end the caller's own session in the other tests
        return entries()
                .filter(entry -> entry.method().equals("POST")
                        && !List.of("/sign-in/again", "/sign-out").contains(entry.pattern()));
    }

    /** All but what would sign the caller out, or count as guessing the password. */
    static Stream<Entry> bearing() {
        return entries()
                .filter(entry -> entry.method().equals("GET")
                        || !List.of("/sign-out", "/sign-in", "/password").contains(entry.pattern()));
    }

    private Caller caller(Role role) {
        return callers.computeIfAbsent(role, one -> Caller.of(bed, bed.userWith(one)));
    }

    private Caller oneOf(Entry entry) {
        return caller(entry.roles().stream().sorted().findFirst().orElseThrow());
    }

    private static String path(Entry entry) {
        return path(entry, Map.of());
    }

    private static String path(Entry entry, Map<String, String> chosen) {
        Map<String, String> values = new HashMap<>(USUAL);
        values.putAll(chosen);
        return Stops.VARIABLE.matcher(entry.pattern()).replaceAll(name -> values.getOrDefault(name.group(1), "x1"));
    }

    private static HttpResponse<String> call(Caller caller, Entry entry, String path) {
        return entry.method().equals("GET") ? caller.get(path) : caller.post(path, Map.of());
    }

    private static String title(String problem) {
        return Texts.text(Language.CHINESE, "problem." + problem + ".title");
    }

    @ParameterizedTest
    @MethodSource("shut")
    void only_the_roles_of_the_table_come_in_and_strangers_are_asked_to_sign_in(Entry entry) {
        for (Role role : Role.values()) {
            if (!entry.roles().contains(role)) {
                HttpResponse<String> answer = call(caller(role), entry, path(entry));
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
        HttpResponse<String> answer = oneOf(entry).postAsIs(path(entry), Map.of("reason", "x"));
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

    @ParameterizedTest
    @MethodSource("bearing")
    void junk_gets_a_page_that_says_so(Entry entry) {
        Caller caller = oneOf(entry);
        List<String> names = new ArrayList<>();
        Stops.VARIABLE.matcher(entry.pattern()).results().forEach(name -> names.add(name.group(1)));
        names.remove("step");
        for (String name : names) {
            for (String junk : List.of("a%20%E4%BD%A0", "9999-12", "0", "99999999999", "%7Bx%7D")) {
                String path = path(entry, Map.of(name, junk));
                assertRefusedOrShown(call(caller, entry, path), entry + " " + path);
            }
        }
        for (String junk : JUNK) {
            Map<String, String> fields = new LinkedHashMap<>();
            FIELDS.forEach(field -> fields.put(field, junk));
            HttpResponse<String> answer = entry.method().equals("GET")
                    ? caller.get(path(entry) + "?" + Caller.form(fields))
                    : caller.post(path(entry), fields);
            assertRefusedOrShown(answer, entry + " " + junk);
        }
    }

    private static void assertRefusedOrShown(HttpResponse<String> answer, String what) {
        assertThat(answer.statusCode()).as(what).isLessThan(500);
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .as(what)
                .isPresent();
        if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            assertThat(answer.body()).as(what).doesNotContain("'\"><b>").doesNotContain("??");
        }
        if (answer.statusCode() >= 400) {
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).as(what).startsWith("text/html"));
        }
    }

    @Test
    void too_much_is_refused_and_told() {
        Caller caller = caller(Role.REVIEWER);
        HttpResponse<String> large = caller.post("/password", Map.of("oldPassword", "x".repeat(3_000_000)));
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains(title("payload-too-large"));
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            many.put("p" + i, "");
        }
        assertThat(caller.post("/password", many).statusCode()).isEqualTo(400);
        many.keySet().removeIf(name -> name.length() > 4 && !name.startsWith("p12"));
        assertThat(caller.get("/review?" + Caller.form(many)).statusCode()).isEqualTo(400);
        assertThat(caller.get("/review?q=%ff").statusCode()).isIn(200, 400);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobody_of_another_county_sees_or_names_a_cadre_of_this_one(Role role) {
        Newcomer here = Newcomer.in(bed);
        Caller outsider = Caller.of(bed, outsider(role));
        for (Entry entry : entries()
                .filter(one -> one.roles().contains(role) && !one.strangers())
                // it would end the outsider's own session before the others are tried
                .filter(one -> !one.pattern().equals("/sign-out"))
                .toList()) {
            String path = path(entry, Map.of("cadreId", here.cadreId()));
            boolean about = entry.pattern().contains("{cadreId}");
            Map<String, String> fields = Map.of(
                    "cadreId",
                    here.cadreId(),
                    "item",
                    here.cadreId() + "/x1",
                    "cadre",
                    here.cadreId(),
                    "month",
                    "2026-10",
                    "period",
                    "2026-Q1",
                    "year",
                    "2026",
                    "jurisdiction",
                    Bed.COUNTY);
            HttpResponse<String> answer = entry.method().equals("GET")
                    ? outsider.get(path + "?" + Caller.form(fields))
                    : outsider.post(path, fields);
            String what = entry + " " + role;
            if (entry.pattern().startsWith("/log")) {
                continue; // auditors read the whole log, as they do by the API
            }
            assertThat(answer.body()).as(what).doesNotContain(here.name());
            if (about) {
                assertThat(answer.statusCode()).as(what).isBetween(400, 499);
            }
        }
    }

    @Test
    void what_a_long_action_was_refused_names_nobody_of_another_county() {
        Newcomer here = Newcomer.in(bed);
        Caller outsider = Caller.of(bed, outsider(Role.APPROVER));
        HttpResponse<String> started = outsider.post("/review/approve", Map.of("item", here.cadreId() + "/x1"));
        assertThat(started.statusCode()).isEqualTo(302);
        String job = started.headers().firstValue("Location").orElseThrow().replaceFirst(".*(/jobs/)", "$1");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(outsider.get(job).body())
                        .contains(here.cadreId() + " ")
                        .doesNotContain(here.name()));
        assertThat(caller(Role.APPROVER).get(job).statusCode()).isEqualTo(404);
    }

    @Test
    void a_form_sent_twice_is_done_once_and_its_key_serves_no_other() {
        Newcomer here = Newcomer.in(bed);
        Caller reviewer = caller(Role.REVIEWER);
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

    @Test
    void a_countys_administrator_opens_no_account_for_a_cadre_of_another() {
        Newcomer here = Newcomer.in(bed);
        Caller outsider = Caller.of(bed, outsider(Role.ACCOUNT_ADMIN));
        HttpResponse<String> answer = outsider.post(
                "/accounts",
                Map.of(
                        "username",
                        "spy-" + here.user(),
                        "displayName",
                        "spy",
                        "roles",
                        Role.CADRE.name(),
                        "cadreId",
                        here.cadreId(),
                        "jurisdiction",
                        "outside",
                        "password",
                        OUTSIDER_PASSWORD));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains(title("other-jurisdiction"));
    }

    /** Of a county of its own; the cadre's account names one of there. */
    private SignIn outsider(Role role) {
        String user = "outside-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Map<String, Object> account = new HashMap<>(Map.of(
                "username",
                user,
                "password",
                OUTSIDER_PASSWORD,
                "displayName",
                user,
                "roles",
                List.of(role.name()),
                "jurisdiction",
                "outside",
                "unit",
                "Office"));
        if (role == Role.CADRE) {
            account.put("cadreId", "OUTSIDE1");
        }
        bed.program().post(Program.ADMIN, "/users", account);
        return new SignIn(user, OUTSIDER_PASSWORD, role.name());
    }
}
