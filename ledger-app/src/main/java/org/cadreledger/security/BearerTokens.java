package org.cadreledger.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.cadreledger.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Signs in who sends a token that stands for somebody: programs in the header, browsers in a cookie. */
final class BearerTokens extends OncePerRequestFilter {
    /** Holds a token as the header would; marks pages' sign-ins, which forgery protection covers. */
    static final String COOKIE = "ledger-session";

    private static final String BEARER = "Bearer ";
    private static final int LONGEST = 200;

    private final Tokens tokens;
    private final boolean fromCookie;

    /** @param fromCookie the pages take the cookie alone, the API the header alone */
    BearerTokens(Tokens tokens, boolean fromCookie) {
        this.tokens = tokens;
        this.fromCookie = fromCookie;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = fromCookie ? cookie(request) : token(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (token != null) {
            tokens.find(token).ifPresent(BearerTokens::signIn);
        }
        chain.doFilter(request, response);
    }

    static @Nullable String cookie(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null || cookie.getValue().length() > LONGEST ? null : cookie.getValue();
    }

    private static @Nullable String token(@Nullable String header) {
        if (header == null || header.length() > LONGEST || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        return header.substring(BEARER.length()).strip();
    }

    private static void signIn(Tokens.SignedIn who) {
        Actor actor = who.actor();
        List<SimpleGrantedAuthority> authorities = actor.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        UsernamePasswordAuthenticationToken signedIn =
                UsernamePasswordAuthenticationToken.authenticated(actor, null, authorities);
        signedIn.setDetails(who.displayName());
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
    }
}
