package org.cadreledger.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cadreledger.web.Cookies;

/** The cookie that signs a browser in: a token like any other. */
public final class SessionCookie {
    private SessionCookie() {}

    public static void set(SignIn.Issued issued, HttpServletRequest request, HttpServletResponse response) {
        put(issued.token(), Duration.between(Instant.now(), issued.expiresAt()), request, response);
    }

    public static void clear(HttpServletRequest request, HttpServletResponse response) {
        put("", Duration.ZERO, request, response);
    }

    public static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(BearerTokens.cookie(request));
    }

    private static void put(String value, Duration lifetime, HttpServletRequest request, HttpServletResponse response) {
        Cookies.put(BearerTokens.COOKIE, value, lifetime, request, response);
    }
}
