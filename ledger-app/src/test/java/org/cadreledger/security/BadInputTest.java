package org.cadreledger.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cadreledger.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever is sent to whatever call: a problem detail with 4xx, never a 500. */
class BadInputTest {
    private static final String LONG_ID = "i".repeat(300);
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    static void assertProblem(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .as(response.statusCode() + " " + response.body())
                .startsWith("application/problem+json");
        JsonNode problem = HttpApp.read(response);
        assertThat(problem.path("status").asInt()).isEqualTo(response.statusCode());
        assertThat(problem.path("type").asString()).matches("/problems/[a-z-]+");
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("traceId").asString()).matches("[0-9a-f]{32}");
    }

    private static void assertRefused(HttpResponse<String> response, String what) {
        assertThat(response.statusCode()).as(what + " -> " + response.body()).isBetween(400, 499);
        assertProblem(response);
    }

    /** Of bodies in which nothing is required. */
    private static final Set<String> OPTIONAL_TEXTS = Set.of(
            "Note.note", "Score.note", "Score.matter", "Statement.statement", "Dismissal.reason", "Dismissal.note");

    static Stream<Endpoint> withBody() {
        return Endpoint.all().stream().filter(endpoint -> endpoint.body().isPresent());
    }

    static Stream<Endpoint> reads() {
        return Endpoint.all().stream().filter(endpoint -> endpoint.method().equals("GET"));
    }

    static Stream<Endpoint> withPath() {
        return Endpoint.all().stream().filter(endpoint -> endpoint.pattern().contains("{"));
    }

    private static Role role(Endpoint endpoint) {
        var roles = endpoint.permission().orElseThrow().roles();
        return roles.contains(Role.DISCIPLINE)
                ? Role.DISCIPLINE
                : roles.iterator().next();
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void bodies_that_are_not_what_the_call_takes(Endpoint endpoint) {
        List<byte[]> bodies = new ArrayList<>();
        for (String text : List.of(
                "{",
                "[]",
                "\"x\"",
                "123",
                "true",
                "{\"unknown\":1}",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "[".repeat(5000),
                "{\"unknown\":" + "[".repeat(5000),
                "{\"\u0000\":1}")) {
            bodies.add(text.getBytes(StandardCharsets.UTF_8));
        }
        bodies.add(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'});
        for (RecordComponent field : endpoint.body().orElseThrow().getRecordComponents()) {
            for (String value : wrong(field)) {
                if (value.equals("\"\"") && OPTIONAL_TEXTS.contains(named(field))) {
                    continue; // as if it were left out, and then there is nothing wrong
                }
                bodies.add(("{\"" + field.getName() + "\":" + value + "}").getBytes(StandardCharsets.UTF_8));
            }
        }
        for (byte[] body : bodies) {
            HttpResponse<String> response =
                    HttpApp.RUNNING.json(endpoint.method(), endpoint.path(), role(endpoint), body);
            String shown = new String(body, 0, Math.min(80, body.length), StandardCharsets.UTF_8);
            assertRefused(response, endpoint + " " + shown);
        }
    }

    private static String named(RecordComponent field) {
        return field.getDeclaringRecord().getSimpleName() + "." + field.getName();
    }

    private static List<String> wrong(RecordComponent field) {
        Class<?> type = field.getType();
        if (type == String.class) {
            return List.of(
                    "1",
                    "true",
                    "{}",
                    "[]",
                    "[1]",
                    "1e400",
                    "\"\"",
                    "\"a\\u0000b\"",
                    "\"\\ud800\"",
                    "\"" + "x".repeat(10_000) + "\"");
        }
        if (List.class.isAssignableFrom(type)) {
            return List.of("1", "\"x\"", "{}", "[null]", "[[[]]]", "[1]", "[{\"x\":1}]");
        }
        if (type == Boolean.class) {
            return List.of("1", "\"true\"", "{}", "[]", "1e400");
        }
        return List.of("\"1\"", "true", "{}", "[]", "1e400", "-1e400", "1e999999999", "\"NaN\"");
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void content_types_that_are_not_json(Endpoint endpoint) {
        for (String type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense")) {
            HttpResponse<String> response = HttpApp.RUNNING.send(HttpApp.RUNNING
                    .request(endpoint.path(), role(endpoint))
                    .header("Content-Type", type)
                    .method(endpoint.method(), BodyPublishers.ofString("{\"reason\":\"x\"}"))
                    .build());
            assertThat(response.statusCode())
                    .as(endpoint + type + response.body())
                    .isEqualTo(415);
            assertProblem(response);
        }
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void ten_megabytes_are_too_large(Endpoint endpoint) {
        HttpResponse<String> response =
                HttpApp.RUNNING.json(endpoint.method(), endpoint.path(), role(endpoint), new byte[TEN_MEGABYTES]);
        assertThat(response.statusCode()).isEqualTo(413);
        assertProblem(response);
    }

    @ParameterizedTest
    @MethodSource("withPath")
    void ids_and_periods_in_paths(Endpoint endpoint) {
        for (String bad : List.of(LONG_ID, "a%20b", "%00", "%E4%BD%A0", "2026-13", "a%2Fb", "%ff")) {
            String path = endpoint.path();
            for (String good : List.of("/c1", "/h1", "/x1", "/2026-Q1", "/2026-03", "/2026", "/ADMONITION", "/1/")) {
                if (path.contains(good)
                        && !(bad.equals("2026-13")
                                && List.of("/c1", "/h1", "/x1").contains(good))) {
                    String broken = path.replace(good, good.endsWith("/") ? "/" + bad + "/" : "/" + bad);
                    HttpResponse<String> response = endpoint.method().equals("GET")
                            ? HttpApp.RUNNING.get(broken, role(endpoint))
                            : HttpApp.RUNNING.json(
                                    endpoint.method(), broken, role(endpoint), "{}".getBytes(StandardCharsets.UTF_8));
                    assertRefused(response, endpoint + " " + broken);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("reads")
    void positions_that_are_none(Endpoint endpoint) {
        for (String bad : List.of("x", "-1", "1e9", "99999999999999999999", "%00")) {
            assertRefused(
                    HttpApp.RUNNING.get(endpoint.path() + "&atLeast=" + bad, role(endpoint)), endpoint + " " + bad);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cadres?limit=0",
                "/cadres?limit=501",
                "/cadres?limit=x",
                "/cadres?limit=99999999999",
                "/cadres?after=",
                "/cadres?after=%00",
                "/claims?status=NONE",
                "/claims?month=2026-00",
                "/claims?jurisdiction=%20",
                "/ledgers/c1",
                "/ledgers/c1?period=x",
                "/ledgers/c1?period=2026-Q5",
                "/ledgers/c1?period=2026&asAt=yesterday",
                "/periods/1999?jurisdiction=h1",
                "/boards/2026-Q1?jurisdiction=h1&category=NONE",
                "/boards/2026-Q1?jurisdiction=h1&revision=x",
                "/boards/2026-Q1?jurisdiction=h1&limit=0",
                "/catalogues?on=March",
                "/consequences?year=x",
                "/objections?status=NONE",
                "/nothing",
                "/ledgers"
            })
    void queries(String call) {
        assertRefused(HttpApp.RUNNING.get("/api/v1" + call, Role.REVIEWER), call);
    }

    @Test
    void methods_that_a_path_has_not_are_named_with_those_that_it_has() {
        HttpResponse<String> response = HttpApp.RUNNING.json("DELETE", "/api/v1/cadres/c1", Role.REVIEWER, new byte[0]);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow").orElse(""))
                .contains("GET")
                .contains("PUT");
        assertProblem(response);
    }

    @Test
    void english_is_spoken_when_asked_for() {
        HttpResponse<String> response = HttpApp.RUNNING.send(HttpApp.RUNNING
                .request("/api/v1/log", Role.CADRE)
                .header("Accept-Language", "en-GB,en;q=0.9")
                .header("Accept", "text/html")
                .build());
        assertProblem(response);
        assertThat(HttpApp.read(response).path("title").asString()).isEqualTo("Not allowed");
    }
}
