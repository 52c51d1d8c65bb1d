package org.cadreledger.pages;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Everything that must not happen in a browser while it shows our pages: errors of scripts, of the content security policy and
 * of the server, and requests to anywhere else.
 */
final class Troubles {
    /** What the browser says of an answer's status; the answer itself says it better. */
    private static final String STATUS_MESSAGE = "Failed to load resource: the server responded with a status of";

    private static final int FIRST_ERROR = 400;

    private final String url;
    private final Set<Integer> expected = new HashSet<>();
    private final List<String> seen = new ArrayList<>();

    private Troubles(String url) {
        this.url = url;
    }

    /** @param url of the program, which all requests go to */
    static Troubles in(BrowserContext context, String url) {
        Troubles troubles = new Troubles(url);
        context.onConsoleMessage(troubles::console);
        context.onWebError(error -> troubles.seen.add("page error: " + error.error()));
        context.onRequest(troubles::request);
        context.onResponse(troubles::response);
        return troubles;
    }

    /** From now on this status is what the test wants to see. */
    void expect(int status) {
        expected.add(status);
    }

    /** As they came; one line each. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    private void console(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith(STATUS_MESSAGE)) {
            seen.add("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    private void request(Request request) {
        String to = request.url();
        boolean home = to.equals(url) || to.startsWith(url + "/");
        // the last two are the browser's own viewer of PDF files
        boolean within = Stream.of("data:", "blob:", "about:", "chrome-extension:", "chrome:")
                .anyMatch(to::startsWith);
        if (!home && !within) {
            seen.add("request that leaves the host: " + request.method() + " " + to);
        }
    }

    private void response(Response response) {
        if (response.status() >= FIRST_ERROR && !expected.contains(response.status())) {
            seen.add("answer " + response.status() + ": " + response.request().method() + " " + response.url());
        }
    }
}
