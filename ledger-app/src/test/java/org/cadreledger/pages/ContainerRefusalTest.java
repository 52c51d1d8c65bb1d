package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Tomcat refuses by itself, as a browser and a program see it. */
@InTheBrowser
class ContainerRefusalTest {
    private static final String FOR_READING = "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n";

    private static String answer(Bed bed, String requestLine, String headers) throws IOException {
        try (Socket socket =
                new Socket("localhost", URI.create(bed.program().url()).getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write((requestLine + "\r\n" + headers + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /% HTTP/1.1", "GET /boards/%zz HTTP/1.1", "GET /%2F HTTP/1.1"})
    void a_browser_gets_a_page_in_its_language(String requestLine, Bed bed) throws IOException {
        String chinese = answer(bed, requestLine, "Host: localhost\r\n" + FOR_READING);
        assertThat(chinese)
                .startsWith("HTTP/1.1 4")
                .contains("text/html", "<html lang=\"zh-CN\">", "Content-Security-Policy")
                .contains(Texts.text(Language.CHINESE, "frame.to-start"), Texts.text(Language.CHINESE, "product"))
                .doesNotContain("Tomcat", "{title}", "{trace}");
        String english = answer(
                bed,
                requestLine,
                "Host: localhost\r\nCookie: ledger-language=en\r\nAccept-Language: zh\r\n" + FOR_READING);
        assertThat(english)
                .contains("<html lang=\"en\">", Texts.text(Language.ENGLISH, "problem.request-rejected.title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host: a b\r\n", "Host: [::\r\n"})
    void a_host_that_is_none_gets_a_page_too(String host, Bed bed) throws IOException {
        assertThat(answer(bed, "GET / HTTP/1.1", host + FOR_READING))
                .startsWith("HTTP/1.1 400")
                .contains("text/html", Texts.text(Language.CHINESE, "problem.request-rejected.title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/v1/% HTTP/1.1", "GET /api/v1/%zz HTTP/1.1"})
    void a_program_gets_a_problem(String requestLine, Bed bed) throws IOException {
        assertThat(answer(bed, requestLine, "Host: localhost\r\nAccept-Language: en\r\n" + FOR_READING))
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json", "Request rejected", "traceId");
    }
}
