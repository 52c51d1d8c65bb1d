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
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
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

    private final ConfigurableApplicationContext context;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> passwords = new HashMap<>(Map.of(ADMIN, ADMIN_PASSWORD));
    private final Map<String, String> tokens = new HashMap<>();
    private long position;

    public record Answer(int status, JsonNode body, long position, boolean repeated) {}

    private Program(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** The folder is made, or taken over as an earlier program left it. Passwords are hashed faster than in real use. */
    public static Program over(Path folder) {
        SpringApplication application = new SpringApplication(CadreLedgerApplication.class);
        application.addInitializers(
                context -> context.getBeanFactory().registerSingleton("partsOfTests", new PartsOfTests()));
        return new Program(application.run(
                "--server.port=0",
                "--ledger.embedded.directory=" + folder,
                "--ledger.security.bootstrap-password=" + ADMIN_PASSWORD,
                "--ledger.security.password-memory-kib=256",
                "--ledger.security.password-passes=1",
                "--ledger.audit.pause=1s",
                "--ledger.archive.commits=256"));
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
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    public void knows(String user, String password) {
        passwords.put(user, password);
    }

    /** Everything written up to there is in the answers to come. */
    public void wrote(long upTo) {
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

    private Answer write(String method, String user, String path, Map<String, ?> body) {
        return accepted(send(request(user, path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                .build()));
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

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    JsonMapper.shared().readTree(response.body().isEmpty() ? "{}" : response.body()),
                    response.headers().firstValueAsLong("Ledger-Position").orElse(0),
                    response.headers().firstValue("Idempotency-Hit").isPresent());
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
        context.close();
    }
}
