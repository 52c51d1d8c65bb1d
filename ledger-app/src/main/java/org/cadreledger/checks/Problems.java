package org.cadreledger.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.refusal.Refusal.FieldProblem;
import org.jspecify.annotations.Nullable;

/** What is wrong with a request so far. Codes are those of the message bundles, {@code field.<code>}. For one thread. */
public final class Problems {
    /** http-api.md "Conventions". */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** Nobody in the register began before; years above four digits are typing errors. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2999;

    private final List<FieldProblem> found = new ArrayList<>();

    /** Says {@code code} of the field unless {@code holds}; answers {@code holds}. */
    public boolean require(boolean holds, String field, String code, Object... arguments) {
        if (!holds) {
            found.add(new FieldProblem(field, code, List.of(arguments)));
        }
        return holds;
    }

    /** A text that must be there, of at most {@code most} characters. */
    public boolean text(String field, @Nullable String value, int most) {
        return require(value != null && !value.isBlank(), field, "required") && optionalText(field, value, most);
    }

    /** A text that may be missing. */
    public boolean optionalText(String field, @Nullable String value, int most) {
        return require(value == null || value.length() <= most, field, "too-long", most)
                && require(value == null || value.chars().noneMatch(Problems::isControl), field, "control-character");
    }

    public boolean id(String field, @Nullable String value) {
        return require(value != null && ID.matcher(value).matches(), field, "bad-id");
    }

    public boolean optionalId(String field, @Nullable String value) {
        return value == null || id(field, value);
    }

    /** A date in the range that a register can hold. */
    public boolean date(String field, @Nullable LocalDate value) {
        return value == null
                || require(
                        value.getYear() >= FIRST_YEAR && value.getYear() <= LAST_YEAR,
                        field,
                        "out-of-range",
                        FIRST_YEAR,
                        LAST_YEAR);
    }

    public List<FieldProblem> found() {
        return List.copyOf(found);
    }

    /** @throws Refusal when anything was found */
    public void refuse() {
        if (!found.isEmpty()) {
            throw Refusal.fields(found);
        }
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }
}
