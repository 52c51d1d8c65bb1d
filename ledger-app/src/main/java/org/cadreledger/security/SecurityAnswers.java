package org.cadreledger.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
        String path = request.getRequestURI();
        Problem refusal = CallPermissions.refusal(CallPermissions.CALLS, request.getMethod(), path);
        if (refusal.equals(Problem.METHOD_NOT_ALLOWED)) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", CallPermissions.methodsAt(path)));
        }
        problems.write(refusal, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException exception)
            throws IOException {
        problems.write(Problem.of(Reason.MALFORMED_REQUEST), request, response);
    }
}
