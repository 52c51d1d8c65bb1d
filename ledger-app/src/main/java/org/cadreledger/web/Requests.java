package org.cadreledger.web;

import jakarta.servlet.http.HttpServletRequest;
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
