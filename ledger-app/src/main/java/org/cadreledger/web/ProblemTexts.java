package org.cadreledger.web;

import java.util.List;
import java.util.Locale;
import org.cadreledger.refusal.Refusal.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Puts problems into the words of a language. */
public final class ProblemTexts {
    private static final String TYPES = "/problems/";

    private static final int MOST_ARGUMENTS = 4;

    private final MessageSource messages;

    ProblemTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** @param traceId null inside a list of results, whose answer carries it once */
    public ProblemDocument document(Problem problem, Locale locale, @Nullable String traceId) {
        List<ProblemDocument.FieldError> errors = problem.fields().stream()
                .map(field -> new ProblemDocument.FieldError(field.field(), message(field, locale)))
                .toList();
        return new ProblemDocument(
                TYPES + problem.slug(),
                text("problem." + problem.slug() + ".title", problem.arguments(), problem.slug(), locale),
                problem.status(),
                text("problem." + problem.slug() + ".detail", problem.arguments(), problem.slug(), locale),
                traceId,
                errors.isEmpty() ? null : errors);
    }

    /** Any text of the bundles; what is not there is told in general. */
    public String text(String key, List<Object> arguments, Locale locale) {
        return text(key, arguments, text("field.invalid", List.of(), key, locale), locale);
    }

    private String message(FieldProblem field, Locale locale) {
        String fallback = text("field.invalid", List.of(), field.code(), locale);
        return text("field." + field.code(), field.arguments(), fallback, locale);
    }

    private String text(String key, List<Object> arguments, String fallback, Locale locale) {
        // numbers as they are, without the grouping of the language; what is not said leaves no trace
        Object[] values = new Object[MOST_ARGUMENTS];
        for (int i = 0; i < MOST_ARGUMENTS; i++) {
            values[i] = i < arguments.size() ? String.valueOf(arguments.get(i)) : "";
        }
        String text = messages.getMessage(key, values, fallback, locale);
        return text == null ? fallback : text;
    }
}
