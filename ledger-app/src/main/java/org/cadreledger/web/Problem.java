package org.cadreledger.web;

import java.util.List;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal.FieldProblem;

/**
 * What goes wrong with a request, before it is put into words.
 *
 * @param slug last part of the stable {@code type}; texts are {@code problem.<slug>.title} and {@code .detail}
 * @param retryAfter seconds after which to try again; 0 for no advice
 */
public record Problem(String slug, int status, List<Object> arguments, List<FieldProblem> fields, int retryAfter) {
    private static final int BUSY_SECONDS = 1;

    /** Slugs of HTTP's own refusals, beside those of {@link Reason}. */
    public static final List<String> HTTP_SLUGS =
            List.of("method-not-allowed", "not-acceptable", "request-rejected", "internal-error", "form-out-of-date");

    public static final Problem METHOD_NOT_ALLOWED = http("method-not-allowed", 405);

    /** A form whose secret is not the browser's: an old page, or another site. */
    public static final Problem FORM_OUT_OF_DATE = http("form-out-of-date", 403);

    public static Problem of(Reason reason, Object... arguments) {
        return of(reason, List.of(arguments), List.of());
    }

    public static Problem of(Reason reason, List<Object> arguments, List<FieldProblem> fields) {
        int retryAfter = reason.status() == 503 || reason.status() == 429 ? BUSY_SECONDS : 0;
        // who may try again later is told when, as the last argument
        if (reason == Reason.TOO_MANY_ATTEMPTS
                && !arguments.isEmpty()
                && arguments.getLast() instanceof Integer seconds) {
            retryAfter = seconds;
        }
        return new Problem(reason.slug(), reason.status(), arguments, fields, retryAfter);
    }

    /** Fields of a malformed request: 400. */
    public static Problem malformed(String field, String code, Object... arguments) {
        return of(Reason.MALFORMED_REQUEST, List.of(), List.of(new FieldProblem(field, code, List.of(arguments))));
    }

    /** Content that was read but can never be right: 422. */
    public static Problem invalid(String field, String code, Object... arguments) {
        return of(Reason.INVALID_CONTENT, List.of(), List.of(new FieldProblem(field, code, List.of(arguments))));
    }

    static Problem http(String slug, int status) {
        return new Problem(slug, status, List.of(), List.of(), 0);
    }

    /** The nearest problem for a bare HTTP status, as the container or a filter gives it. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> of(Reason.UNAUTHENTICATED);
            case 403 -> of(Reason.FORBIDDEN);
            case 404 -> of(Reason.NOT_FOUND);
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> http("not-acceptable", status);
            case 413 -> of(Reason.PAYLOAD_TOO_LARGE);
            case 415 -> of(Reason.UNSUPPORTED_MEDIA_TYPE);
            case 422 -> of(Reason.INVALID_CONTENT);
            case 429 -> of(Reason.TOO_MANY_ATTEMPTS);
            case 503 -> of(Reason.OVERLOADED);
            default -> status >= 400 && status < 500 ? http("request-rejected", status) : http("internal-error", 500);
        };
    }
}
