package org.cadreledger.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Sends calls: signs users in, derives idempotency keys from the run, and repeats a call that met an overloaded or a restarting
 * program. Safe for many threads.
 */
final class Api implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 250;
    private static final int OK = 200;
    private static final int MULTIPLE = 300;
    private static final int UNAUTHORISED = 401;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final String BOUNDARY = "cadre-ledger-demo-part";

    private final Options options;
    private final String run;
    private final Report report;
    private final Journal journal;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final AtomicLong position = new AtomicLong();

    Api(Options options, String run, Report report, Journal journal) {
        this.options = options;
        this.run = run;
        this.report = report;
        this.journal = journal;
    }

    /** @return the answer; empty when it was an error, which the report has by then */
    Optional<JsonNode> send(Call call) throws InterruptedException {
        long began = System.nanoTime();
        try {
            Answer answer = patiently(call);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            if (answer.status() < OK || answer.status() >= MULTIPLE) {
                report.failed(call, answer.status() + " " + answer.text());
                return Optional.empty();
            }
            return Optional.of(accepted(call, answer, took));
        } catch (IOException e) {
            report.failed(call, String.valueOf(e));
            return Optional.empty();
        }
    }

    private JsonNode accepted(Call call, Answer answer, Duration took) throws IOException {
        JsonNode body = answer.text().isEmpty() ? JsonNodeFactory.instance.objectNode() : json.readTree(answer.text());
        report.succeeded(call, took, answer.repeated(), answer.position());
        if (call.writes()) {
            position.accumulateAndGet(answer.position(), Math::max);
            journal.acknowledged(answer.position(), call, key(call).orElse(""));
        }
        if (call.keep() != null) {
            kept.put(call.keep(), body.path("evidenceId").asString());
        }
        String complaint = call.complaint() == null ? null : call.complaint().apply(body);
        if (complaint != null) {
            report.failed(call, complaint);
        }
        return body;
    }

    private Answer patiently(Call call) throws IOException, InterruptedException {
        Instant until = Instant.now().plus(options.patience());
        while (true) {
            try {
                Answer answer = once(call);
                boolean again = answer.status() == TOO_MANY || answer.status() == UNAVAILABLE;
                if (!again || Instant.now().isAfter(until)) {
                    return answer;
                }
            } catch (IOException e) {
                if (Instant.now().isAfter(until)) {
                    throw e;
                }
            }
            report.retried();
            pause();
        }
    }

    private static void pause() {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS))
                .join();
    }

    private Answer once(Call call) throws IOException, InterruptedException {
        String token = token(call.user());
        Answer answer = answer(request(call, token));
        if (answer.status() != UNAUTHORISED) {
            return answer;
        }
        tokens.remove(call.user(), token);
        return answer(request(call, token(call.user())));
    }

    private Answer answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Idempotency-Hit").isPresent(),
                response.headers().firstValueAsLong("Ledger-Position").orElse(0));
    }

    private HttpRequest request(Call call, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address(call)).timeout(TIMEOUT).header("Authorization", "Bearer " + token);
        key(call).ifPresent(key -> request.header("Idempotency-Key", key));
        if (call.body() instanceof Call.Upload file) {
            return request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .method(call.method(), BodyPublishers.ofByteArrays(multipart(file)))
                    .build();
        }
        if (call.body() == null) {
            return request.method(call.method(), BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(call.method(), BodyPublishers.ofByteArray(json.writeValueAsBytes(resolved(call.body()))))
                .build();
    }

    /** A read waits for everything that this run has written. */
    private URI address(Call call) {
        String atLeast = call.writes() ? "" : (call.path().contains("?") ? "&" : "?") + "atLeast=" + position.get();
        return URI.create(options.url() + "/api/v1" + call.path() + atLeast);
    }

    /** None where the bytes differ each time. */
    private Optional<String> key(Call call) {
        boolean repeatable = !(call.body() instanceof Call.Upload file) || file.repeatable();
        return call.writes() && repeatable
                ? Optional.of(run + "/" + call.label().replace(' ', '-'))
                : Optional.empty();
    }

    private static List<byte[]> multipart(Call.Upload file) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + file.fileName() + "\"\r\nContent-Type: " + file.mediaType() + "\r\n\r\n";
        String tail = "\r\n--" + BOUNDARY + "--\r\n";
        return List.of(
                head.getBytes(StandardCharsets.UTF_8), file.bytes().get(), tail.getBytes(StandardCharsets.UTF_8));
    }

    /** The body with every reference replaced by the id that was kept under its name. */
    private Object resolved(Object value) {
        return switch (value) {
            case Call.Ref ref -> kept.getOrDefault(ref.keep(), "missing");
            case Map<?, ?> map -> {
                // sorted, because a repeated call must have the same bytes
                Map<String, Object> sorted = new TreeMap<>();
                map.forEach((name, inner) -> sorted.put(String.valueOf(name), resolved(inner)));
                yield sorted;
            }
            case List<?> list -> list.stream().map(this::resolved).toList();
            default -> value;
        };
    }

    private String token(String user) throws IOException, InterruptedException {
        String known = tokens.get(user);
        if (known != null) {
            return known;
        }
        String password = user.equals(Opening.ADMIN) ? options.adminPassword() : Passwords.of(options.seed(), user);
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        long began = System.nanoTime();
        Answer answer = answer(HttpRequest.newBuilder(URI.create(options.url() + "/api/v1/tokens"))
                .timeout(TIMEOUT)
                .header("Authorization", "Basic " + basic)
                .POST(BodyPublishers.noBody())
                .build());
        if (answer.status() < OK || answer.status() >= MULTIPLE) {
            throw new IOException("no token for " + user + ": " + answer.status() + " " + answer.text());
        }
        report.signedIn(Duration.ofNanos(System.nanoTime() - began));
        String token = json.readTree(answer.text()).path("token").asString();
        tokens.put(user, token);
        return token;
    }

    @Override
    public void close() {
        http.close();
    }

    /** @param position 0 when the answer names none */
    private record Answer(int status, String text, boolean repeated, long position) {}
}
