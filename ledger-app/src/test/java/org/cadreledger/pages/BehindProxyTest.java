package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.cadreledger.endtoend.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program behind a proxy that ends TLS and says so. */
class BehindProxyTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final CookieJar cookies = new CookieJar();

    private HttpResponse<String> send(HttpRequest.Builder request, String proto)
            throws IOException, InterruptedException {
        request.header("X-Forwarded-Proto", proto);
        cookies.addTo(request);
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        cookies.takeFrom(response);
        return response;
    }

    private String secret(String url) throws IOException, InterruptedException {
        return Caller.secretOf(send(HttpRequest.newBuilder(URI.create(url)), "https"));
    }

    private List<String> post(String url, String proto, String form) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)),
                proto);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return answer.headers().allValues("Set-Cookie");
    }

    private static String field(String name, String value) {
        return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Test
    void every_cookie_goes_over_tls_alone_when_the_proxy_says_it_was_tls(@TempDir Path folder)
            throws IOException, InterruptedException {
        try (Program program = Program.over(folder, "--server.forward-headers-strategy=native")) {
            String signIn = program.url() + "/sign-in";
            String csrf = field("_csrf", secret(signIn));
            assertThat(post(program.url() + "/language", "https", "language=en" + csrf))
                    .singleElement()
                    .asString()
                    .contains("ledger-language=en", "; Secure", "; HttpOnly", "SameSite=Lax");
            assertThat(post(program.url() + "/language", "http", "language=en" + csrf))
                    .singleElement()
                    .asString()
                    .contains("ledger-language=en")
                    .doesNotContain("Secure");
            assertThat(post(signIn, "https", "username=admin" + field("password", Program.ADMIN_PASSWORD) + csrf))
                    .filteredOn(cookie -> cookie.startsWith("ledger-session="))
                    .singleElement()
                    .asString()
                    .contains("; Secure");
            String account = field("username", "someone")
                    + field("displayName", "Someone")
                    + field("password", "a-long-password")
                    + field("roles", "LEADER");
            String again = field("_csrf", secret(program.url() + "/password"));
            assertThat(post(program.url() + "/accounts", "https", again + account))
                    .filteredOn(cookie -> cookie.startsWith("ledger-notice="))
                    .singleElement()
                    .asString()
                    .contains("; Secure", "; HttpOnly");
        }
    }
}
