package org.cadreledger.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.cadreledger.refusal.Reason;
import org.cadreledger.web.Problem;
import org.cadreledger.web.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** What the security filters refuse, as problem details. */
final class SecurityAnswers implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
    private final ProblemWriter problems;

    SecurityAnswers(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(Problem.of(Reason.UNAUTHENTICATED), request, response);
    }

    /** Everything outside the table is denied; who is signed in is told which of 403, 404 and 405 it is. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
            throws IOException {
        List<String> methods = CallPermissions.methodsAt(request.getRequestURI());
        if (methods.isEmpty()) {
            problems.write(Problem.of(Reason.NOT_FOUND), request, response);
        } else if (CallPermissions.find(request.getMethod(), request.getRequestURI())
                .isPresent()) {
            problems.write(Problem.of(Reason.FORBIDDEN), request, response);
        } else {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
            problems.write(Problem.METHOD_NOT_ALLOWED, request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException exception)
            throws IOException {
        problems.write(Problem.of(Reason.MALFORMED_REQUEST), request, response);
    }
}
