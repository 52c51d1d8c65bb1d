package org.cadreledger.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cadreledger.web.Languages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the bed sees what it is there to see, on pages made to be bad. */
@InTheBrowser
class BedTest {
    private static final String GOOD = "<main><h1>公示榜</h1><p>各单位积分</p><button type=button>导出</button></main>";

    private final Chromium chromium;
    private HttpServer server;

    BedTest(Chromium chromium) throws IOException {
        this.chromium = chromium;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.createContext("/", exchange -> answer(exchange, 404, "no such page"));
        server.createContext("/broken", exchange -> answer(exchange, 500, "broken"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] html =
                ("<!doctype html><html lang=zh-CN><meta charset=utf-8><meta name=viewport content='width=device-width'><title>t</title>"
                                + "<link rel=icon href='data:,'><body>" + body)
                        .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().add("Content-Security-Policy", "default-src 'self'; img-src 'self' data:");
        exchange.sendResponseHeaders(status, html.length);
        exchange.getResponseBody().write(html);
        exchange.close();
    }

    private static void style(HttpExchange exchange, String css) throws IOException {
        byte[] sheet = css.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/css");
        exchange.sendResponseHeaders(200, sheet.length);
        exchange.getResponseBody().write(sheet);
        exchange.close();
    }

    private Visit visit() {
        String url = "http://localhost:" + server.getAddress().getPort();
        return new Visit(
                chromium.newcomer(url, Language.CHINESE, Screen.PHONE, true), url, Language.CHINESE, Screen.PHONE);
    }

    private Visit at(String body) {
        server.createContext("/page", exchange -> answer(exchange, 200, body));
        Visit visit = visit();
        visit.open("/page");
        return visit;
    }

    private static void assertFails(Visit visit, String... reasons) {
        assertThatThrownBy(visit::close).isInstanceOf(AssertionError.class).hasMessageContainingAll(reasons);
    }

    @Test
    void a_good_page_passes_with_axe_and_picture_under_a_strict_content_security_policy() throws IOException {
        try (Visit visit = at(GOOD)) {
            visit.axe();
            Path picture = visit.screenshot("bed-good");
            assertThat(picture).hasFileName("zh-phone-bed-good.png");
            assertThat(Files.readAllBytes(picture)).startsWith(0x89, 'P', 'N', 'G');
            assertThat(visit.page().evaluate("innerWidth")).isEqualTo(390);
        }
    }

    @Test
    void an_error_in_the_console_fails() {
        Visit visit = at(GOOD);
        visit.page().evaluate("console.error('of ours')");
        assertFails(visit, "/page", "console: of ours");
    }

    @Test
    void an_error_of_a_script_fails() {
        Visit visit = at(GOOD);
        visit.page().evaluate("setTimeout(() => missing())");
        visit.page().waitForFunction("true");
        assertFails(visit, "page error", "missing is not defined");
    }

    @Test
    void an_inline_script_fails() {
        assertFails(at(GOOD + "<script>1</script>"), "console", "Content Security Policy");
    }

    @Test
    void an_inline_style_fails() {
        assertFails(at(GOOD + "<p style='color:red'>1</p>"), "console", "Content Security Policy");
    }

    @Test
    void a_request_that_leaves_the_host_fails() {
        Visit visit = at(GOOD);
        visit.page().evaluate("() => { location.href = 'https://elsewhere.example/x'; }");
        visit.page().waitForFunction("true");
        assertFails(visit, "leaves the host", "https://elsewhere.example/x");
    }

    @Test
    void an_error_of_the_server_fails() {
        assertFails(at(GOOD + "<img alt='' src=/broken>"), "answer 500", "/broken");
    }

    @Test
    void what_is_not_found_fails_unless_it_is_what_the_test_wants() {
        assertFails(at(GOOD + "<img alt='' src=/missing>"), "answer 404", "/missing");
        try (Visit visit = visit()) {
            visit.expects(404);
            assertThat(visit.open("/missing").status()).isEqualTo(404);
        }
    }

    @Test
    void axe_tells_rule_and_place() {
        try (Visit visit = at(GOOD + "<img id=seal src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>")) {
            assertThatThrownBy(visit::axe)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContainingAll("image-alt", "critical", "seal");
        }
    }

    @Test
    void what_makes_a_page_scroll_sideways_is_named_and_a_box_that_scrolls_is_not() {
        String wide = "<pre>" + "1234567890".repeat(9) + "</pre>";
        server.createContext("/assets/box.css", exchange -> style(exchange, ".box { overflow-x: auto; }"));
        String box = "<link rel=stylesheet href=/assets/box.css><div class=box tabindex=0>" + wide + "</div>";
        try (Visit visit = at(GOOD + wide + box)) {
            assertThatThrownBy(visit::looksRight)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContainingAll("/page", "390 px", "pre");
            assertThat(visit.sticksOut()).hasSize(1);
        }
    }

    @Test
    void every_visit_starts_clean() {
        try (Visit first = at(GOOD)) {
            first.page().evaluate("() => { document.cookie = 'a=b'; }");
        }
        try (Visit second = visit()) {
            second.open("/page");
            assertThat(second.page().evaluate("document.cookie")).isEqualTo(Languages.COOKIE + "=zh");
        }
    }

    @Test
    void a_missing_browser_is_named(@TempDir Path empty) {
        assertThatThrownBy(() -> Chromium.executable(null, empty.toString()))
                .hasMessageContainingAll("no chromium on the PATH", Chromium.ELSEWHERE, "fonts-noto-cjk");
        assertThatThrownBy(() -> Chromium.executable(empty.resolve("none").toString(), System.getenv("PATH")))
                .hasMessageContaining("none");
        assertThat(chromium.version()).isNotBlank();
    }
}
