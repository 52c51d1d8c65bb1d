package org.cadreledger.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/**
 * Answers what Tomcat refuses before any of our code sees it: bad request lines, broken escapes, headers too large. A
 * browser gets a page, everybody else a problem, also whose headers could not be read. Made by Tomcat by its name, so it
 * finds the texts itself.
 */
public final class ProblemValve extends ErrorReportValve {
    private static final String PAGE = "/refused.html";

    /** As the pages have it (SecurityConfiguration); this one has no script and no form. */
    private static final String CONTENT_SECURITY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; frame-ancestors 'self'; base-uri 'none'";

    private final ProblemTexts texts = new ProblemTexts(bundle());

    private static ResourceBundleMessageSource bundle() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(WebConfiguration.MESSAGES, WebConfiguration.FRAME);
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setBundleClassLoader(ProblemValve.class.getClassLoader());
        ResourceBundle.clearCache(ProblemValve.class.getClassLoader());
        return messages;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Locale locale = Languages.of(request);
        try {
            ProblemDocument document = texts.document(Problem.ofStatus(status), locale, Trace.of(request.getRequest()));
            byte[] body;
            if (isForReading(request)) {
                response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
                response.setHeader("Content-Security-Policy", CONTENT_SECURITY);
                body = page(document, locale).getBytes(StandardCharsets.UTF_8);
            } else {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                body = HttpJson.mapper().writeValueAsBytes(document);
            }
            response.getOutputStream().write(body);
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("the connection is gone", e);
        }
    }

    private static boolean isForReading(Request request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE) && Requests.isPage(request);
    }

    private String page(ProblemDocument problem, Locale locale) {
        String page = template();
        Map<String, String> values = Map.of(
                "language", locale.toLanguageTag(),
                "title", problem.title(),
                "detail", problem.detail(),
                "product", texts.text("product", List.of(), locale),
                "trace", texts.text("frame.trace", List.of(String.valueOf(problem.traceId())), locale),
                "start", texts.text("frame.to-start", List.of(), locale));
        for (Map.Entry<String, String> value : values.entrySet()) {
            page = page.replace("{" + value.getKey() + "}", HtmlUtils.htmlEscape(value.getValue()));
        }
        return page;
    }

    private static String template() {
        try (InputStream page = ProblemValve.class.getResourceAsStream(PAGE)) {
            if (page == null) {
                throw new IllegalStateException("the program is not whole: " + PAGE);
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
