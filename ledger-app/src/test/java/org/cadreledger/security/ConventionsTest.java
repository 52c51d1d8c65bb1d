package org.cadreledger.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import org.cadreledger.access.Role;
import org.cadreledger.refusal.Reason;
import org.cadreledger.web.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-in, keys of writes, waiting reads, what machines ask for, and the texts. */
class ConventionsTest {
    private static final String ABSENCE = "{\"kind\":\"LEAVE\",\"from\":\"2026-03-01\"}";
    private static final String LEAVE = "/api/v1/cadres/c1/absences";

    private static HttpResponse<String> signIn(String name, String password) {
        String basic = Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpApp.RUNNING.send(HttpApp.RUNNING
                .request("/api/v1/tokens", null)
                .header("Authorization", "Basic " + basic)
                .POST(BodyPublishers.noBody())
                .build());
    }

    private static HttpResponse<String> keyed(String path, Role role, String key, String body) {
        return HttpApp.RUNNING.send(HttpApp.RUNNING
                .request(path, role)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void the_first_user_signs_in_and_makes_users_who_can_sign_in_until_they_are_disabled() {
        HttpResponse<String> admin = signIn("admin", "bootstrap-password");
        assertThat(admin.statusCode()).isEqualTo(201);
        String user = "{\"username\":\"ann\",\"password\":\"a password of ann\",\"displayName\":\"Ann\","
                + "\"roles\":[\"CADRE\"],\"cadreId\":\"c1\"}";
        // an administrator of all counties: the one of these tests is of one only
        String token = HttpApp.read(admin).path("token").asString();
        assertThat(post("/api/v1/users", token, user).statusCode()).isEqualTo(201);
        assertThat(post("/api/v1/users", token, user).statusCode()).isEqualTo(200);
        assertThat(post("/api/v1/users", token, user.replace("of ann", "of bob"))
                        .statusCode())
                .isEqualTo(409);
        String anns =
                HttpApp.read(signIn("ann", "a password of ann")).path("token").asString();
        assertThat(withToken(anns)).isEqualTo(200);
        assertThat(post("/api/v1/users/ann/disable", token, "").statusCode()).isEqualTo(200);
        assertThat(withToken(anns)).isEqualTo(401);
        assertThat(signIn("ann", "a password of ann").statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> post(String path, String token, String body) {
        return HttpApp.RUNNING.send(HttpApp.RUNNING
                .request(path, null)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static int withToken(String token) {
        return HttpApp.RUNNING
                .send(HttpApp.RUNNING
                        .request("/api/v1/ledgers/c1?period=2026", null)
                        .header("Authorization", "Bearer " + token)
                        .build())
                .statusCode();
    }

    @Test
    void guessing_is_slowed_down_for_that_name_alone() {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("guessed", "wrong password").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> sixth = signIn("guessed", "wrong password");
        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(header(sixth, "Retry-After")).matches("[1-9]\\d*");
        assertThat(signIn("admin", "bootstrap-password").statusCode()).isEqualTo(201);
    }

    @Test
    void a_key_makes_a_write_happen_once() {
        HttpResponse<String> first = keyed(LEAVE, Role.REVIEWER, "k-1", ABSENCE);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(header(first, "Ledger-Position")).matches("\\d+");
        assertThat(header(first, "Idempotency-Hit")).isEmpty();
        HttpResponse<String> again = keyed(LEAVE, Role.REVIEWER, "k-1", ABSENCE);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(header(again, "Idempotency-Hit")).isEqualTo("true");
        assertThat(keyed(LEAVE, Role.REVIEWER, "k-1", ABSENCE.replace("03-01", "03-02"))
                        .statusCode())
                .isEqualTo(422);
        BadInputTest.assertProblem(keyed(LEAVE, Role.REVIEWER, "k".repeat(129), ABSENCE));
    }

    @Test
    void a_key_of_a_call_of_several_commits_gives_the_first_answer_again() {
        String body = "{\"items\":[{\"cadreId\":\"c1\",\"claimId\":\"a\"},{\"cadreId\":\"c1\",\"claimId\":\"b\"}]}";
        HttpResponse<String> first = keyed("/api/v1/claims/approve", Role.APPROVER, "bulk", body);
        HttpResponse<String> again = keyed("/api/v1/claims/approve", Role.APPROVER, "bulk", body);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(HttpApp.read(first).path("results")).hasSize(2);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(header(again, "Idempotency-Hit")).isEqualTo("true");
        assertThat(keyed("/api/v1/claims/approve", Role.APPROVER, "bulk", body.replace("\"b\"", "\"c\""))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void a_key_may_hold_spaces_and_a_refused_account_leaves_it_free() {
        String token = HttpApp.read(signIn("admin", "bootstrap-password"))
                .path("token")
                .asString();
        String user = "{\"username\":\"free\",\"password\":\"short\",\"displayName\":\"F\",\"roles\":[\"REVIEWER\"]}";
        assertThat(newUser(token, user).statusCode()).isEqualTo(422);
        assertThat(newUser(token, user.replace("short", "long enough now")).statusCode())
                .isEqualTo(201);
        assertThat(newUser(token, user.replace("short", "long enough too")).statusCode())
                .isEqualTo(422);
    }

    private static HttpResponse<String> newUser(String token, String body) {
        return HttpApp.RUNNING.send(HttpApp.RUNNING
                .request("/api/v1/users", null)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "a new user")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    @Test
    void every_401_names_the_scheme_and_an_empty_optional_text_is_none() {
        assertThat(header(signIn("nobody-here", "wrong password"), "WWW-Authenticate"))
                .isEqualTo("Bearer");
        HttpResponse<String> scored =
                keyed("/api/v1/ledgers/c1/claims/a/score", Role.REVIEWER, "empty note", "{\"note\":\"\"}");
        assertThat(scored.statusCode()).as(scored.body()).isEqualTo(200);
    }

    @Test
    void a_board_is_read_in_parts_by_its_cursor() {
        String board = "/api/v1/boards/2026-Q1?jurisdiction=" + Fakes.PUBLIC_COUNTY;
        assertThat(HttpApp.RUNNING.get(board + "&limit=1", null).body())
                .contains("\"rank\":1")
                .contains("\"next\":null");
        assertThat(HttpApp.RUNNING.get(board + "&limit=1&after=1", null).body())
                .contains("\"rows\":[]")
                .contains("\"next\":null");
        BadInputTest.assertProblem(HttpApp.RUNNING.get(board + "&after=x", null));
    }

    @Test
    void a_read_waits_for_its_position_and_says_when_to_come_again() {
        assertThat(HttpApp.RUNNING
                        .get("/api/v1/cadres?atLeast=1000", Role.REVIEWER)
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> tooFar = HttpApp.RUNNING.get("/api/v1/cadres?atLeast=1001", Role.REVIEWER);
        assertThat(tooFar.statusCode()).isEqualTo(503);
        assertThat(header(tooFar, "Retry-After")).isEqualTo("1");
        BadInputTest.assertProblem(tooFar);
    }

    @Test
    void staff_of_one_county_read_only_there_but_a_public_board_is_open_to_all() {
        HttpResponse<String> refused =
                HttpApp.RUNNING.get("/api/v1/periods/2026-Q1?jurisdiction=" + Fakes.PUBLIC_COUNTY, Role.REVIEWER);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(HttpApp.read(refused).path("type").asString()).isEqualTo("/problems/other-jurisdiction");
        String board = "/api/v1/boards/2026-Q1?jurisdiction=" + Fakes.PUBLIC_COUNTY;
        assertThat(HttpApp.RUNNING.get(board, Role.REVIEWER).statusCode()).isEqualTo(200);
        HttpResponse<String> open = HttpApp.RUNNING.get(board, null);
        assertThat(open.statusCode()).as(open.body()).isEqualTo(200);
        assertThat(open.body())
                .contains("\"list\":null")
                .contains("\"total\":100")
                .contains("\"period\":\"2026-Q1\"");
    }

    @Test
    void machines_see_readiness_metrics_and_the_description_without_sign_in_and_nothing_else() {
        assertThat(HttpApp.RUNNING.get("/actuator/health/readiness", null).statusCode())
                .isEqualTo(200);
        assertThat(HttpApp.RUNNING.get("/actuator/prometheus", null).statusCode())
                .isEqualTo(200);
        assertThat(HttpApp.RUNNING.get("/actuator/health", null).statusCode()).isEqualTo(401);
        HttpResponse<String> description = HttpApp.RUNNING.get("/v3/api-docs", null);
        assertThat(description.statusCode()).as(description.body()).isEqualTo(200);
        assertThat(HttpApp.read(description).path("openapi").asString()).startsWith("3.1");
        assertThat(HttpApp.read(description).path("paths").size()).isGreaterThan(40);
        // what the program finds in the request by itself is nothing that a caller could send
        assertThat(description.body())
                .contains("Idempotency-Key", "atLeast", "Ledger-Position")
                .doesNotContain("\"actor\"", "CommandKey", "PageRequest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /%zz HTTP/1.1", "GET /a b c HTTP/1.1", "G\u0001T / HTTP/1.1", "GET /api/v1//x HTTP/1.1"})
    void what_the_container_refuses_is_a_problem_too(String requestLine) throws IOException {
        try (Socket socket = new Socket("localhost", HttpApp.RUNNING.port)) {
            OutputStream out = socket.getOutputStream();
            out.write((requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 4")
                    .contains("application/problem+json")
                    .contains("traceId");
        }
    }

    @Test
    void both_languages_have_the_same_texts_and_every_reason_has_its_two() throws IOException {
        Properties chinese = load("/messages.properties");
        Properties english = load("/messages_en.properties");
        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        for (Reason reason : Reason.values()) {
            assertThat(chinese)
                    .containsKeys("problem." + reason.slug() + ".title", "problem." + reason.slug() + ".detail");
        }
        for (String slug : Problem.HTTP_SLUGS) {
            assertThat(chinese).containsKeys("problem." + slug + ".title", "problem." + slug + ".detail");
        }
    }

    private static Properties load(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStream stream = ConventionsTest.class.getResourceAsStream(name)) {
            texts.load(new java.io.InputStreamReader(java.util.Objects.requireNonNull(stream), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
