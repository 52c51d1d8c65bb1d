package org.cadreledger.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.stream.Stream;
import org.cadreledger.access.Actor;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.context.request.NativeWebRequest;

/** What a request says of itself. */
public final class Requests {
    private Requests() {}

    static HttpServletRequest servlet(NativeWebRequest web) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("not a servlet request");
        }
        return request;
    }

    /** Whether a person's browser asks for something to look at, not a program for data. */
    public static boolean isPage(HttpServletRequest request) {
        // the container's own forwards show their own address
        Object path = Stream.of(RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI)
                .map(request::getAttribute)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(request.getRequestURI());
        return path instanceof String asked && isPage(asked);
    }

    private static boolean isPage(String path) {
        return !path.startsWith("/api/") && !path.startsWith("/actuator") && !path.startsWith("/v3/");
    }

    /** Whether a script of a page asks for a part of it. */
    public static boolean isPartOfPage(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** Who is signed in; null for nobody. */
    public static @Nullable Actor actorOrNull(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication signedIn
                        && signedIn.getPrincipal() instanceof Actor actor
                ? actor
                : null;
    }

    /** @throws Refusal UNAUTHENTICATED when nobody is signed in */
    public static Actor actor(HttpServletRequest request) {
        Actor actor = actorOrNull(request);
        if (actor == null) {
            throw Refusal.of(Reason.UNAUTHENTICATED);
        }
        return actor;
    }
}
