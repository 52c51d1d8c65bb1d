package org.cadreledger.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem in words, as RFC 9457 has it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemDocument(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String traceId,
        @Nullable List<FieldError> errors) {
    /** What is wrong with one field, in words. */
    public record FieldError(String field, String message) {}
}
