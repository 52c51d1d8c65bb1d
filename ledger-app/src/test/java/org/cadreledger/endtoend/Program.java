package org.cadreledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.cadreledger.CadreLedgerApplication;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as its main class starts it, on a free port over a folder, and a client of it. */
public final class Program implements AutoCloseable {
    public static final String ADMIN = "admin";
    public static final String ADMIN_PASSWORD = "end-to-end-password";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int OK = 200;

    private final AutoCloseable running;
    private final Supplier<String> url;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> passwords = new HashMap<>(Map.of(ADMIN, ADMIN_PASSWORD));
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private volatile long position;

    public record Answer(int status, JsonNode body, long position, boolean repeated) {}

    private Program(AutoCloseable running, Supplier<String> url) {
        this.running = running;
        this.url = url;
    }

    /** One that runs in another process. */
    static Program at(int port) {
        return new Program(() -> {}, () -> "http://localhost:" + port);
    }

    /**
     * The folder is made, or taken over as an earlier program left it. Passwords are hashed faster than in real use.
     *
     * @param more settings, each {@code --name=value}
     */
    public static Program over(Path folder, String... more) {
        List<String> where = new ArrayList<>(List.of("--ledger.embedded.directory=" + folder));
        where.addAll(List.of(more));
        return start(where.toArray(String[]::new));
    }

    /** On a database of that server, as it is. */
    public static Program on(String uri, String database) {
        return start("--spring.mongodb.uri=" + uri, "--ledger.database=" + database);
    }

    private static Program start(String... where) {
        ConfigurableApplicationContext context = context(where);
        return new Program(context, () -> "http://localhost:" + port(context));
    }

    static String port(ConfigurableApplicationContext context) {
        return String.valueOf(context.getEnvironment().getProperty("local.server.port"));
    }

    /** @param arguments beside those of every test */
    static ConfigurableApplicationContext context(String... arguments) {
        SpringApplication application = new SpringApplication(CadreLedgerApplication.class);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("partsOfTests", new PartsOfTests()));
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--ledger.security.bootstrap-password=" + ADMIN_PASSWORD,
                "--ledger.security.password-memory-kib=256",
                "--ledger.security.password-passes=1",
                "--ledger.audit.pause=1s",
                "--ledger.archive.commits=256"));
        all.addAll(List.of(arguments));
        return application.run(all.toArray(String[]::new));
    }

    /** Other tests' parts lie in the program's packages, but are none of it. */
    private static final class PartsOfTests extends TypeExcludeFilter {
        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof PartsOfTests;
        }

        @Override
        public int hashCode() {
            return PartsOfTests.class.hashCode();
        }
    }

    public String url() {
        return url.get();
    }

    public void knows(String user, String password) {
        passwords.put(user, password);
    }

    /** Everything written up to there is in the answers to come. */
    public synchronized void wrote(long upTo) {
        position = Math.max(position, upTo);
    }

    public JsonNode get(String user, String path) {
        Answer answer = read(user, path);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(OK);
        return answer.body();
    }

    /** Whatever the status is. */
    public Answer read(String user, String path) {
        String fresh = path + (path.contains("?") ? "&" : "?") + "atLeast=" + position;
        return send(request(user, fresh).GET().build());
    }

    public Answer post(String user, String path, Map<String, ?> body) {
        return write("POST", user, path, body);
    }

    public Answer put(String user, String path, Map<String, ?> body) {
        return write("PUT", user, path, body);
    }

    /** Whatever the status is. */
    Answer tryPut(String user, String path, Map<String, ?> body) {
        Answer answer = send(writing("PUT", user, path, body));
        wrote(answer.position());
        return answer;
    }

    private Answer write(String method, String user, String path, Map<String, ?> body) {
        return accepted(send(writing(method, user, path, body)));
    }

    private HttpRequest writing(String method, String user, String path, Map<String, ?> body) {
        return request(user, path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                .build();
    }

    /** @return the evidence's id */
    public String upload(String user, String fileName, byte[] content) {
        String head = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/pdf\r\n\r\n";
        Answer answer = accepted(send(request(user, "/evidence")
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofString("\r\n--part--\r\n")))
                .build()));
        return answer.body().path("evidenceId").asString();
    }

    private Answer accepted(Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isBetween(OK, 299);
        wrote(answer.position());
        return answer;
    }

    private HttpRequest.Builder request(String user, String path) {
        String token = tokens.computeIfAbsent(user, this::signIn);
        return HttpRequest.newBuilder(URI.create(url() + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private String signIn(String user) {
        byte[] basic = (user + ":" + passwords.get(user)).getBytes(StandardCharsets.UTF_8);
        Answer answer = accepted(send(HttpRequest.newBuilder(URI.create(url() + "/api/v1/tokens"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic))
                .POST(BodyPublishers.noBody())
                .build()));
        return answer.body().path("token").asString();
    }

    /** What is scraped, by name with tags. */
    public Map<String, Double> metrics() {
        try {
            HttpRequest scrape = HttpRequest.newBuilder(URI.create(url() + "/actuator/prometheus"))
                    .timeout(PATIENCE)
                    .build();
            Map<String, Double> values = new HashMap<>();
            http.send(scrape, BodyHandlers.ofLines())
                    .body()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> values.put(
                            line.substring(0, line.lastIndexOf(' ')),
                            Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    byte[] download(String user, String path) {
        HttpResponse<byte[]> response = send(request(user, path).GET().build(), BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).as(path).isEqualTo(OK);
        return response.body();
    }

    private Answer send(HttpRequest request) {
        HttpResponse<String> response = send(request, BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                JsonMapper.shared().readTree(response.body().isEmpty() ? "{}" : response.body()),
                response.headers().firstValueAsLong("Ledger-Position").orElse(0),
                response.headers().firstValue("Idempotency-Hit").isPresent());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        try {
            running.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
