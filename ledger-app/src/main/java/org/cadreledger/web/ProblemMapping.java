package org.cadreledger.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.cadreledger.dispatch.Failures;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Which problem an exception is to the caller. */
final class ProblemMapping {
    private ProblemMapping() {}

    /** @return null when nobody foresaw it: a fault of ours */
    static @Nullable Problem of(Exception exception) {
        return switch (exception) {
            case Refusal refusal -> Problem.of(refusal.reason(), refusal.arguments(), refusal.fields());
            case ProblemException ours -> ours.problem();
            // a form's record that refuses what it is made of
            case BeanInstantiationException e when e.getCause() instanceof Refusal refusal -> of(refusal);
            case HttpMessageNotReadableException e -> unreadable(e);
            case MethodArgumentTypeMismatchException e -> mismatch(e);
            case MissingServletRequestParameterException e -> Problem.invalid(e.getParameterName(), "required");
            case MissingServletRequestPartException e -> Problem.malformed(e.getRequestPartName(), "required");
            case MissingRequestHeaderException e -> Problem.malformed(e.getHeaderName(), "required");
            case MaxUploadSizeExceededException e -> Problem.of(Reason.PAYLOAD_TOO_LARGE);
            case MultipartException e -> multipart(e);
            // too many fields, too long, or bytes that are no text: found when the first of them is asked for
            case InvalidParameterException e -> Problem.ofStatus(e.getErrorCode());
            case ErrorResponse response ->
                Problem.ofStatus(response.getStatusCode().value());
            // from a read, or from a filter that asks who is calling
            case Exception e when Failures.isStoreAway(e) -> Problem.of(Reason.STORE_UNAVAILABLE);
            default -> null;
        };
    }

    /** Bounds of the container come wrapped several times, and not always as the type that says so. */
    private static Problem multipart(MultipartException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().contains("SizeLimit")) {
                return Problem.of(Reason.PAYLOAD_TOO_LARGE);
            }
        }
        return Problem.of(Reason.MALFORMED_REQUEST);
    }

    private static Problem mismatch(MethodArgumentTypeMismatchException e) {
        Class<?> type = e.getRequiredType();
        if (type == Month.class) {
            return Problem.invalid(e.getName(), "month");
        }
        if (type == Instant.class) {
            return Problem.invalid(e.getName(), "time");
        }
        if (type != null && Period.class.isAssignableFrom(type)) {
            return Problem.invalid(e.getName(), "period");
        }
        if (type != null && type.isEnum()) {
            return Problem.invalid(e.getName(), "choice");
        }
        return Problem.malformed(e.getName(), "type");
    }

    private static Problem unreadable(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown -> Problem.invalid(path(unknown.getPath()), "unknown-field");
            case MismatchedInputException mismatch
            when !mismatch.getPath().isEmpty() -> Problem.malformed(path(mismatch.getPath()), "type");
            case JacksonException json
            when !json.getPath().isEmpty() -> Problem.malformed(path(json.getPath()), "type");
            case null, default -> Problem.of(Reason.MALFORMED_REQUEST);
        };
    }

    /** For example {@code rules[0].points}; names that the caller made up are cut. */
    private static String path(List<JacksonException.Reference> references) {
        String path = references.stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining());
        String clean = path.startsWith(".") ? path.substring(1) : path;
        String shown = clean.codePoints()
                .limit(Checks.NAME)
                .map(c -> Checks.isClean(Character.toString(c), false) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return shown;
    }
}
