package org.cadreledger.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.cadreledger.access.Actor;
import org.cadreledger.web.Problem;
import org.cadreledger.web.ProblemWriter;
import org.cadreledger.web.Requests;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * What the security filters refuse on pages. Who is not signed in (any more) is asked to, and what a form held when its
 * session had ended is kept for after it.
 */
final class PageSecurityAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ProblemWriter problems;

    PageSecurityAnswers(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException, ServletException {
        if (Requests.isPartOfPage(request)) {
            // the page it belongs to goes to the sign-in as a whole
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setHeader("HX-Refresh", "true");
        } else if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            String query = request.getQueryString();
            String asked = request.getRequestURI() + (query == null ? "" : "?" + query);
            String to = asked.equals("/") ? "" : "?to=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
            response.sendRedirect("/sign-in" + to);
        } else {
            request.getRequestDispatcher("/sign-in/again").forward(request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException, ServletException {
        boolean signedIn = isSignedIn();
        boolean forged = exception instanceof CsrfException;
        if (forged && (signedIn || isOpen(request) || !isFromHere(request))) {
            problems.write(Problem.FORM_OUT_OF_DATE, request, response);
        } else if (!signedIn) {
            commence(request, response, new SignInNeeded());
        } else {
            problems.write(
                    CallPermissions.refusal(PagePermissions.PAGES, request.getMethod(), request.getRequestURI()),
                    request,
                    response);
        }
    }

    /** Asked of the context itself: the request learns who came only behind the check for forged forms. */
    private static boolean isSignedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Actor;
    }

    /** Such a form is not sent on after a sign-in: it is the sign-in, or needs none. */
    private static boolean isOpen(HttpServletRequest request) {
        return CallPermissions.find(PagePermissions.PAGES, request.getMethod(), request.getRequestURI())
                .map(page -> page.admits(null))
                .orElse(false);
    }

    /** What another site has sent is never kept for after the sign-in: its fields would be sent on with the user's rights. */
    private static boolean isFromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || origin.endsWith("://" + request.getHeader(HttpHeaders.HOST));
    }

    private static final class SignInNeeded extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        SignInNeeded() {
            super("nobody is signed in");
        }
    }
}
