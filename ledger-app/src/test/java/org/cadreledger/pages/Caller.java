package org.cadreledger.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cadreledger.demo.Demo.SignIn;
import org.springframework.web.util.HtmlUtils;

/** Somebody who speaks HTTP to the pages without a browser, and so can send what no page of ours would. */
final class Caller {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern SECRET = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int FOUND = 302;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String url;
    private final CookieJar cookies = new CookieJar();
    private String secret = "";

    private Caller(String url) {
        this.url = url;
        learn(get("/sign-in"));
    }

    static Caller nobody(Bed bed) {
        return new Caller(bed.program().url());
    }

    static Caller of(Bed bed, SignIn user) {
        Caller caller = nobody(bed);
        HttpResponse<String> in = caller.post("/sign-in", Map.of("username", user.user(), "password", user.password()));
        if (in.statusCode() != FOUND) {
            throw new AssertionError(user.user() + " does not get in: " + in.statusCode());
        }
        caller.learn(caller.get("/password"));
        return caller;
    }

    private void learn(HttpResponse<String> page) {
        secret = secretOf(page);
    }

    /** What the forms of a page send along as a proof that they are its own. */
    static String secretOf(HttpResponse<String> page) {
        Matcher found = SECRET.matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("no secret at " + page.uri());
        }
        return HtmlUtils.htmlUnescape(found.group(1));
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** With the secret of a page. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", secret);
        return postAsIs(path, all);
    }

    HttpResponse<String> postAsIs(String path, Map<String, String> fields, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
        cookies.addTo(request);
        return request;
    }

    HttpResponse<byte[]> download(String path) {
        return send(request(path).GET(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            HttpResponse<T> response = HTTP.send(request.build(), body);
            cookies.takeFrom(response);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
