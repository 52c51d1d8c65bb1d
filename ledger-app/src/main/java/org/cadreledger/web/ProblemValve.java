package org.cadreledger.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Answers what Tomcat refuses before any of our code sees it: bad request lines, broken escapes, headers too large. Made
 * by Tomcat by its name, so it finds the texts itself.
 */
public final class ProblemValve extends ErrorReportValve {
    private final ProblemTexts texts = new ProblemTexts(bundle());

    private static ResourceBundleMessageSource bundle() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename(WebConfiguration.MESSAGES);
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
        String language = request.getHeader("Accept-Language");
        Locale locale = language != null && language.toLowerCase(Locale.ROOT).startsWith("en")
                ? Locale.ENGLISH
                : Locale.SIMPLIFIED_CHINESE;
        try {
            Problem problem = Problem.ofStatus(status);
            ProblemDocument document = texts.document(problem, locale, Trace.of(request.getRequest()));
            response.setContentType("application/problem+json");
            response.getOutputStream().write(HttpJson.mapper().writeValueAsBytes(document));
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("the connection is gone", e);
        }
    }
}
