package org.cadreledger.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Calls the program on a port of this machine. Sends nothing twice by itself. Safe for all threads. */
final class Http implements AutoCloseable {
    static final int CREATED = 201;
    static final int OK = 200;
    static final int TOO_MANY = 429;
    static final int SERVER_ERROR = 500;
    static final int UNAVAILABLE = 503;
    /** Longer than a node waits for a takeover, shorter than a writer waits for its database. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration SIGN_IN = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** @param position 0 when the answer names none */
    record Answer(int status, String body, long position, boolean repeated) {
        boolean isDone() {
            return status == OK || status == CREATED;
        }

        /** Whether the same call may be sent again, its outcome being unknown. */
        boolean isUnknown() {
            return status == UNAVAILABLE || status == TOO_MANY;
        }
    }

    /** Keeps the user's token. */
    void signIn(int port, String user, String password) throws IOException {
        String basic = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        Answer answer = send(HttpRequest.newBuilder(uri(port, "/api/v1/tokens"))
                .timeout(SIGN_IN)
                .header("Authorization", "Basic " + basic)
                .POST(BodyPublishers.noBody())
                .build());
        if (!answer.isDone()) {
            throw new IOException("no token for " + user + ": " + answer);
        }
        tokens.put(
                user, JsonMapper.shared().readTree(answer.body()).path("token").asString());
    }

    /** @throws IOException when no whole answer came: the outcome is unknown */
    Answer send(int port, Call call) throws IOException {
        return send(authorised(port, call.user(), "/api/v1" + call.path())
                .header("Idempotency-Key", call.key())
                .header("Content-Type", "application/json")
                .method(call.method(), BodyPublishers.ofString(call.body()))
                .build());
    }

    /** @param path below the root */
    Answer get(int port, String user, String path) throws IOException {
        return send(authorised(port, user, path).GET().build());
    }

    private HttpRequest.Builder authorised(int port, String user, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(port, path)).timeout(PATIENCE).header("Accept-Language", "en");
        String token = tokens.get(user);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private Answer send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValueAsLong("Ledger-Position").orElse(0),
                    response.headers().firstValue("Idempotency-Hit").isPresent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
