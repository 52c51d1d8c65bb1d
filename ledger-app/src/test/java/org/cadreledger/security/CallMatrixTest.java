package org.cadreledger.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.cadreledger.access.Role;
import org.cadreledger.security.CallPermissions.Sign;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mapped call against every role. */
class CallMatrixTest {
    static Stream<Endpoint> endpoints() {
        return Endpoint.all().stream();
    }

    @Test
    void every_row_of_the_table_has_a_call_and_there_are_as_many() {
        List<Endpoint> all = Endpoint.all();
        assertThat(all).hasSizeGreaterThan(50).hasSameSizeAs(CallPermissions.CALLS);
        assertThat(all.stream().map(Endpoint::permission)).allMatch(java.util.Optional::isPresent);
        assertThat(all.stream().map(e -> e.permission().orElseThrow()).distinct())
                .hasSameSizeAs(CallPermissions.CALLS);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void without_a_token_there_is_no_answer(Endpoint endpoint) {
        HttpResponse<String> response = call(endpoint, null);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(401);
        BadInputTest.assertProblem(response);
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void only_the_roles_of_the_table_are_let_in(Endpoint endpoint) {
        CallPermissions.Call row = endpoint.permission().orElseThrow();
        for (Role role : Role.values()) {
            HttpResponse<String> response = call(endpoint, role);
            if (row.roles().contains(role) && !isOthersFlag(endpoint, role)) {
                assertThat(response.statusCode())
                        .as(role + " " + response.body())
                        .isNotEqualTo(403);
                if (row.sign() == Sign.NEEDED) {
                    assertThat(response.statusCode()).as(role + response.body()).isNotEqualTo(401);
                }
            } else {
                assertThat(response.statusCode())
                        .as(role + " " + response.body())
                        .isEqualTo(403);
            }
        }
    }

    /** The flag in these calls is the admonition, which is for the discipline commission alone. */
    private static boolean isOthersFlag(Endpoint endpoint, Role role) {
        return endpoint.pattern().endsWith("/{flag}/handled") && role != Role.DISCIPLINE;
    }

    private static HttpResponse<String> call(Endpoint endpoint, @Nullable Role role) {
        return endpoint.method().equals("GET")
                ? HttpApp.RUNNING.get(endpoint.path(), role)
                : HttpApp.RUNNING.json(endpoint.method(), endpoint.path(), role, "{}".getBytes(StandardCharsets.UTF_8));
    }
}
