package org.cadreledger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Everything that a controller or Spring itself throws becomes a problem detail. */
@RestControllerAdvice
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter problems;

    ProblemAdvice(ProblemWriter problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void any(Exception exception, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (exception instanceof AccessDeniedException || exception instanceof AuthenticationException) {
            throw exception; // the security filters know how to answer
        }
        if (exception instanceof ClientAbortException) {
            return; // nobody listens
        }
        Problem problem = ProblemMapping.of(exception);
        if (problem == null || problem.slug().equals("internal-error")) {
            unforeseen(exception, request, response);
            return;
        }
        if (exception instanceof HttpRequestMethodNotSupportedException method
                && method.getSupportedMethods() != null) {
            response.setHeader(HttpHeaders.ALLOW, String.join(", ", method.getSupportedMethods()));
        }
        problems.write(problem, request, response);
    }

    private void unforeseen(Exception exception, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.error("{} {} failed, trace {}", request.getMethod(), request.getRequestURI(), Trace.of(request), exception);
        problems.write(Problem.http("internal-error", 500), request, response);
    }
}
