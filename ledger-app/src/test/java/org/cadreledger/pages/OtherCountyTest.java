package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.cadreledger.pages.Doors.path;
import static org.cadreledger.pages.Doors.title;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cadreledger.access.Role;
import org.cadreledger.demo.Demo.SignIn;
import org.cadreledger.endtoend.Program;
import org.cadreledger.security.PageTable.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the pages tell people of one county about those of another: nothing. */
@InTheBrowser
@TestInstance(Lifecycle.PER_CLASS)
class OtherCountyTest {
    private static final String OUTSIDER_PASSWORD = "outsider-password";

    private final Bed bed;
    private final Doors doors;

    OtherCountyTest(Bed bed) {
        this.bed = bed;
        this.doors = new Doors(bed);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void nobody_of_another_county_sees_or_names_a_cadre_of_this_one(Role role) {
        Newcomer here = Newcomer.in(bed);
        Caller outsider = Caller.of(bed, outsider(role));
        for (Entry entry : Doors.entries()
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
        assertThat(doors.caller(Role.APPROVER).get(job).statusCode()).isEqualTo(404);
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
