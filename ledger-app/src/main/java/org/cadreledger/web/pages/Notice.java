package org.cadreledger.web.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.cadreledger.dispatch.Commands.Receipt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * What a write has done, told on the page that follows it: it travels in a cookie that is read once, since a session on the
 * server would die with it.
 *
 * @param code message {@code done.<code>}
 * @param position of the write; the page waits until it can show it
 */
public record Notice(String code, long position, List<String> arguments) {
    static final String COOKIE = "ledger-notice";
    private static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final String BETWEEN = "\n";
    private static final int LONGEST = 3_000;

    public Notice {
        arguments = List.copyOf(arguments);
    }

    /**
     * Ends a write: the browser goes to {@code path} and is told there what happened.
     *
     * @return view name
     */
    public static String redirect(
            HttpServletResponse response, String path, Receipt<?> receipt, String code, Object... arguments) {
        return redirect(response, path, receipt.position(), code, arguments);
    }

    /** @param position 0 for a write outside the log */
    public static String redirect(
            HttpServletResponse response, String path, long position, String code, Object... arguments) {
        List<String> words = Arrays.stream(arguments).map(String::valueOf).toList();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(new Notice(code, position, words).text(), LIFETIME));
        return "redirect:" + path;
    }

    private String text() {
        String text = code + BETWEEN + position + BETWEEN + String.join(BETWEEN, arguments);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads it once. */
    static Optional<Notice> take(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
        return Optional.ofNullable(parse(cookie.getValue()));
    }

    private static @Nullable Notice parse(String value) {
        if (value.length() > LONGEST) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            List<String> parts = List.of(text.split(BETWEEN, -1));
            return new Notice(parts.get(0), Long.parseLong(parts.get(1)), parts.subList(2, parts.size()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return null; // somebody else's cookie: there is nothing to tell
        }
    }

    private static String cookie(String value, Duration lifetime) {
        return ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(lifetime)
                .build()
                .toString();
    }
}
