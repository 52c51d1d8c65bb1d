package org.cadreledger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookies of the pages: out of reach of scripts and of other sites' forms, and on TLS sent over TLS alone. */
public final class Cookies {
    private Cookies() {}

    /**
     * @param request whether it came over TLS, here or at a proxy that may say so, decides on {@code Secure}
     * @param lifetime zero deletes it
     */
    public static void put(
            String name, String value, Duration lifetime, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(lifetime)
                        .build()
                        .toString());
    }
}
