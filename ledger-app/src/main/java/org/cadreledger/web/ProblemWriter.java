package org.cadreledger.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Writes problem details, the same from filters, controllers and the container. */
public final class ProblemWriter {
    private final ProblemTexts texts;

    ProblemWriter(ProblemTexts texts) {
        this.texts = texts;
    }

    public void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        if (Requests.isPage(request)) {
            asPage(problem, request, response);
            return;
        }
        Locale locale = Languages.of(request);
        ProblemDocument document = texts.document(problem, locale, Trace.of(request));
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.toLanguageTag());
        if (problem.retryAfter() > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(problem.retryAfter()));
        }
        if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED
                && !response.containsHeader(HttpHeaders.WWW_AUTHENTICATE)) {
            // RFC 9110 wants it of every 401; not Basic, which would make browsers ask for a password
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        byte[] body = HttpJson.mapper().writeValueAsBytes(document);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Filters and controllers alike leave it to {@link ErrorPage} to show. */
    private static void asPage(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.setAttribute(ErrorPage.PROBLEM, problem);
        try {
            request.getRequestDispatcher("/error").forward(request, response);
        } catch (ServletException e) {
            throw new IOException("the page of an error failed", e);
        }
    }
}
