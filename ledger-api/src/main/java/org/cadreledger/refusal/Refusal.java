package org.cadreledger.refusal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request is refused; nothing was changed. The text for people is found by {@link Reason#slug()} in the message
 * bundles ({@code problem.<slug>.title}, {@code problem.<slug>.detail} with {@link #arguments()}).
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<Object> arguments;
    private final transient List<FieldProblem> fields;

    /**
     * What is wrong with one field.
     *
     * @param field its path in the request, for example {@code rules[0].points}
     * @param code message {@code field.<code>} in the bundles
     */
    public record FieldProblem(String field, String code, List<Object> arguments) {}

    private Refusal(Reason reason, List<Object> arguments, List<FieldProblem> fields, @Nullable Throwable cause) {
        super(reason.slug() + " " + arguments + (fields.isEmpty() ? "" : " " + fields), cause, false, false);
        this.reason = reason;
        this.arguments = List.copyOf(arguments);
        this.fields = List.copyOf(fields);
    }

    public static Refusal of(Reason reason, Object... arguments) {
        return new Refusal(reason, List.of(arguments), List.of(), null);
    }

    /** Invalid content of one field: 422 with {@code errors: [{field, message}]}. */
    public static Refusal field(String field, String code, Object... arguments) {
        return fields(List.of(new FieldProblem(field, code, List.of(arguments))));
    }

    public static Refusal fields(List<FieldProblem> fields) {
        return new Refusal(Reason.INVALID_CONTENT, List.of(), fields, null);
    }

    public Reason reason() {
        return reason;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<FieldProblem> fields() {
        return fields;
    }
}
