package org.cadreledger.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner against a small fake of the API, which keeps each idempotency key with the bytes that came under it. */
class RunTest {
    private final Map<String, Integer> bodies = new ConcurrentHashMap<>();
    private final AtomicLong position = new AtomicLong();
    private final AtomicInteger clashes = new AtomicInteger();
    private final AtomicInteger overloads = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void a_run_signs_in_sends_every_call_and_reports() throws Exception {
        Path file = folder.resolve("report.json");
        Path journal = folder.resolve("journal.tsv");
        Report report = run("--report", file.toString(), "--journal", journal.toString());
        assertThat(report.details()).isEmpty();
        assertThat(report.calls()).isGreaterThan(3_000);
        assertThat(Files.readString(file)).contains("\"errors\" : 0", "\"bulk approval\"", "\"last\" : " + position);
        assertThat(Files.readAllLines(journal)).hasSize((int) position.get());
        assertThat(report.text()).contains("errors 0");
    }

    @Test
    void a_repeated_run_sends_the_same_bytes_under_the_same_keys() throws Exception {
        run();
        int keys = bodies.size();
        run();
        assertThat(clashes).hasValue(0);
        assertThat(bodies).hasSize(keys);
    }

    @Test
    void an_overloaded_program_is_asked_again() throws Exception {
        overloads.set(3);
        Report report = run();
        assertThat(report.details()).isEmpty();
        assertThat(report.text()).contains("retries 3");
    }

    private Report run(String... more) throws IOException, InterruptedException {
        String[] basic = {
            "--url",
            "http://localhost:" + server.getAddress().getPort(),
            "--admin-password",
            "a-password-of-the-test",
            "--today",
            "2026-11-21"
        };
        String[] all = Arrays.copyOf(basic, basic.length + more.length);
        System.arraycopy(more, 0, all, basic.length, more.length);
        return Demo.run(Options.parse(all), line -> {});
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        boolean read = exchange.getRequestMethod().equals("GET");
        if (path.endsWith("/tokens")) {
            respond(exchange, 201, "{\"token\":\"t\"}");
        } else if (overloads.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            respond(exchange, 503, "{}");
        } else if (read) {
            respond(exchange, 200, path.endsWith("/verify") ? "{\"ok\":true}" : "{\"items\":[]}");
        } else {
            remember(exchange, body);
            exchange.getResponseHeaders().set("Ledger-Position", String.valueOf(position.incrementAndGet()));
            String id = Integer.toHexString(Arrays.hashCode(body));
            respond(exchange, 201, "{\"evidenceId\":\"" + id + "\",\"absenceId\":\"" + id + "\"}");
        }
    }

    private void remember(HttpExchange exchange, byte[] body) {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        int hash = Arrays.hashCode(body);
        Integer before = bodies.putIfAbsent(key, hash);
        if (before != null && before != hash) {
            clashes.incrementAndGet();
        }
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
