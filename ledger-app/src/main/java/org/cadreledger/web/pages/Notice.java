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
import org.cadreledger.web.Cookies;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
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
        Cookies.put(COOKIE, new Notice(code, position, words).text(), LIFETIME, current(), response);
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
        Cookies.put(COOKIE, "", Duration.ZERO, request, response);
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

    /** The one that is being answered: a page that writes has its own reasons to ask for it, or none. */
    private static HttpServletRequest current() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
