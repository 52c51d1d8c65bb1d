package org.cadreledger.web;

import java.util.List;
import java.util.Locale;
import org.cadreledger.refusal.Refusal.FieldProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Puts problems into the words of a language. */
public final class ProblemTexts {
    private static final String TYPES = "/problems/";

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

    /** What is wrong with one field. */
    public String message(FieldProblem field, Locale locale) {
        String fallback = text("field.invalid", List.of(), field.code(), locale);
        return text("field." + field.code(), field.arguments(), fallback, locale);
    }

    private String text(String key, List<Object> arguments, String fallback, Locale locale) {
        // numbers as they are, without the grouping of the language
        Object[] values = arguments.stream().map(String::valueOf).toArray();
        String text = messages.getMessage(key, values, fallback, locale);
        return text == null ? fallback : text;
    }
}
