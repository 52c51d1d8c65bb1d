package org.cadreledger.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookie that signs a browser in: a token like any other, out of reach of scripts and of other sites' forms. */
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
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(BearerTokens.COOKIE, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(lifetime)
                        .build()
                        .toString());
    }
}
