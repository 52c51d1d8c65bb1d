package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.cadreledger.access.Role;
import org.cadreledger.demo.Demo.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Pages open where there is something to do or to read for who asks, and only there. */
@InTheBrowser
@TestInstance(Lifecycle.PER_CLASS)
class PageReachTest {
    private static final String LEADER = "leader";
    private static final String OWN = "?jurisdiction=" + Bed.COUNTY + "&limit=500";

    private final Bed bed;

    PageReachTest(Bed bed) {
        this.bed = bed;
    }

    private Caller caller(Role role) {
        return Caller.of(bed, bed.userWith(role));
    }

    private static String title(String problem) {
        return Texts.text(Language.CHINESE, "problem." + problem + ".title");
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String problem) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(title(problem)).doesNotContain("<form class=\"card reading\"");
    }

    private static String form(JsonNode flag) {
        JsonNode periods = flag.path("raisedBy");
        String last = periods.get(periods.size() - 1).asString();
        return "/consequences/" + flag.path("cadreId").asString() + "/"
                + flag.path("flag").asString() + "/handled?period=" + last;
    }

    private JsonNode flag(boolean handled) {
        return StreamSupport.stream(
                        bed.program()
                                .get(LEADER, "/consequences" + OWN)
                                .path("items")
                                .spliterator(),
                        false)
                .filter(one -> one.path("handled").isObject() == handled)
                .filter(one -> !one.path("withdrawn").asBoolean())
                .filter(one -> !one.path("flag").asString().matches("PRIORITY|ADMONITION"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_follow_up_opens_only_where_its_flag_stands_and_nothing_was_done_yet() {
        Caller publisher = caller(Role.PUBLISHER);
        JsonNode open = flag(false);
        assertThat(publisher.get(form(open)).statusCode()).isEqualTo(200);
        String other = form(open).replaceFirst("period=.*", "period=2020-Q1");
        assertRefused(publisher.get(other), 404, "unknown-flag");
        Newcomer nobody = Newcomer.in(bed);
        assertRefused(
                publisher.get(form(open).replace(open.path("cadreId").asString(), nobody.cadreId())),
                404,
                "unknown-flag");
        assertRefused(
                publisher.get("/consequences/" + nobody.cadreId() + "/PRIORITY/confirm?year=2026"),
                404,
                "unknown-flag");
        assertRefused(publisher.get(form(flag(true))), 409, "wrong-state");
    }

    @Test
    void a_fraud_case_opens_only_for_its_cadre() {
        JsonNode fraud =
                bed.program().get(LEADER, "/fraud-cases" + OWN).path("items").get(0);
        Newcomer nobody = Newcomer.in(bed);
        String path = "/fraud-cases/" + fraud.path("caseId").asString() + "/handled?cadreId=";
        assertRefused(caller(Role.PUBLISHER).get(path + nobody.cadreId()), 404, "not-found");
        int own = caller(Role.PUBLISHER)
                .get(path + fraud.path("cadreId").asString())
                .statusCode();
        assertThat(own).isEqualTo(fraud.path("handled").isObject() ? 409 : 200);
    }

    private String draft() {
        JsonNode inForce = bed.program().get(LEADER, "/catalogues?jurisdiction=" + Bed.COUNTY);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("jurisdiction", Bed.COUNTY);
        body.put("baseItems", inForce.path("baseItems"));
        body.put("matterCap", inForce.path("matterCap").asInt() + 2);
        body.put("rules", inForce.path("rules"));
        return bed.program()
                .post("catalogue", "/catalogues", body)
                .body()
                .path("version")
                .asString();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_draft_of_the_catalogue_is_read_by_who_drafts_leads_or_audits(Role role) {
        String draft = "/catalogues/" + draft();
        boolean reads = role == Role.CATALOGUE_ADMIN || role == Role.LEADER || role == Role.AUDITOR;
        Caller caller = caller(role);
        assertThat(caller.get("/catalogues").body().contains("\"" + draft + "\""))
                .isEqualTo(reads);
        assertThat(caller.get(draft).statusCode()).isEqualTo(reads ? 200 : 404);
        assertThat(caller.get(draft + "/changes").statusCode()).isEqualTo(reads ? 200 : 404);
        assertThat(caller.get("/catalogues/1/changes?from=" + draft.replaceFirst(".*/", ""))
                        .statusCode())
                .isEqualTo(reads ? 200 : 404);
        assertThat(caller.get("/catalogues/1").body().contains("\"" + draft)).isFalse();
    }

    @Test
    void a_leader_finds_nothing_at_the_desks_that_looks_like_work() {
        Caller leader = caller(Role.LEADER);
        for (String path : new String[] {"/review?state=DECLARED", "/review?state=SCORED", "/deductions"}) {
            String page = leader.get(path).body();
            assertThat(page)
                    .as(path)
                    .contains("data-item")
                    .contains(Texts.text(
                            Language.CHINESE,
                            path.startsWith("/review") ? "review.purpose.reader" : "deductions.purpose.reader"))
                    .doesNotContain("data-shut", "data-act", "id=\"bulk\"", "type=\"checkbox\"", "<kbd>a</kbd>");
        }
        SignIn reviewer = bed.userWith(Role.REVIEWER);
        assertThat(Caller.of(bed, reviewer).get("/review?state=DECLARED").body())
                .contains("data-act=\"score\"", "data-shut=\"approve\"", "<kbd>a</kbd>")
                .contains(Texts.text(Language.CHINESE, "review.purpose"));
    }

    @Test
    void the_file_says_who_reversed_an_entry() {
        Newcomer cadre = Newcomer.in(bed);
        String month =
                java.time.YearMonth.now(java.time.ZoneId.of("Asia/Shanghai")).toString();
        String reviewer = bed.userWith(Role.REVIEWER).user();
        String approver = bed.userWith(Role.APPROVER).user();
        String ledger = "/ledgers/" + cadre.cadreId();
        bed.program()
                .post(
                        reviewer,
                        ledger + "/deductions",
                        Map.of(
                                "deductionId",
                                "d1",
                                "month",
                                month,
                                "rule",
                                "N4",
                                "matter",
                                "m",
                                "occurredOn",
                                month + "-01",
                                "basis",
                                "Notice 1"));
        bed.program().post(approver, ledger + "/deductions/d1/confirm", Map.of());
        bed.program().post(approver, ledger + "/entries/d1/reverse", Map.of("reason", "was another's"));
        assertThat(caller(Role.LEADER)
                        .get("/cadres/" + cadre.cadreId() + "/file")
                        .body())
                .contains("was another&#39;s", "(" + approver + ")");
    }
}
