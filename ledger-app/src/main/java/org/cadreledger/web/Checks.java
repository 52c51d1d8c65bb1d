package org.cadreledger.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.refusal.Refusal.FieldProblem;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of one request and gathers everything that is wrong, so that a caller hears of it at once. A method
 * whose field is wrong returns a harmless stand-in; {@link #valid} throws before it can be used.
 */
public final class Checks {
    public static final int NAME = 100;
    public static final int MATTER = 200;
    public static final int REASON = 1_000;
    public static final int ACCOUNT = 4_000;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Month NO_MONTH = new Month(2000, 1);
    private static final int MOST_DIGITS = 12;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private final List<FieldProblem> problems = new ArrayList<>();

    /** A field that a form leaves empty says nothing; around what it says blanks do not count. */
    public static @Nullable String said(@Nullable String field) {
        return field == null || field.isBlank() ? null : field.strip();
    }

    /** Whether it is an id as http-api.md has them. */
    public static boolean isId(String value) {
        return ID.matcher(value).matches();
    }

    /**
     * @return {@code value}
     * @throws Refusal INVALID_CONTENT with every field found wrong so far
     */
    public <T> T valid(T value) {
        if (!problems.isEmpty()) {
            throw Refusal.fields(problems);
        }
        return value;
    }

    public void problem(String field, String code, Object... arguments) {
        problems.add(new FieldProblem(field, code, List.of(arguments)));
    }

    public String id(String field, @Nullable String value) {
        if (value == null) {
            problem(field, "required");
            return "";
        }
        if (!isId(value)) {
            problem(field, "id");
        }
        return value;
    }

    public @Nullable String optionalId(String field, @Nullable String value) {
        return value == null ? null : id(field, value);
    }

    /** One line of 1 to {@code most} characters that says something. */
    public String line(String field, @Nullable String value, int most) {
        return text(field, value, most, false);
    }

    /** An optional text that is empty says nothing, like one that is left out: forms send it so. */
    public @Nullable String optionalLine(String field, @Nullable String value, int most) {
        return value == null || value.isBlank() ? null : line(field, value, most);
    }

    /** The same over several lines. */
    public String text(String field, @Nullable String value, int most) {
        return text(field, value, most, true);
    }

    public @Nullable String optionalText(String field, @Nullable String value, int most) {
        return value == null || value.isBlank() ? null : text(field, value, most);
    }

    private String text(String field, @Nullable String value, int most, boolean lines) {
        if (value == null) {
            problem(field, "required");
            return "";
        }
        if (value.isBlank()) {
            problem(field, "blank");
        } else if (value.codePointCount(0, value.length()) > most) {
            problem(field, "too-long", most);
        } else if (!isClean(value, lines)) {
            problem(field, "characters");
        }
        return value;
    }

    /** No control characters, no halves of a pair: nothing that a page, a file or another system would choke on. */
    static boolean isClean(String value, boolean lines) {
        return value.codePoints().allMatch(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                return lines;
            }
            int type = Character.getType(c);
            return type != Character.CONTROL && type != Character.SURROGATE && c != 0xFFFE && c != 0xFFFF;
        });
    }

    public Month month(String field, @Nullable String value) {
        return parsed(field, value, "month", NO_MONTH, Month::parse);
    }

    public @Nullable Month optionalMonth(String field, @Nullable String value) {
        return value == null ? null : month(field, value);
    }

    public Period period(String field, @Nullable String value) {
        return parsed(field, value, "period", NO_MONTH, Period::parse);
    }

    /** A day of the years 2000 to 2999; the register also knows earlier ones. */
    public LocalDate date(String field, @Nullable String value) {
        LocalDate date = parsed(field, value, "date", LocalDate.EPOCH, Checks::day);
        if (date.getYear() < 1900 || date.getYear() > LAST_YEAR) {
            problem(field, "date");
        }
        return date;
    }

    public @Nullable LocalDate optionalDate(String field, @Nullable String value) {
        return value == null ? null : date(field, value);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a date: " + text, e);
        }
    }

    private <T> T parsed(
            String field, @Nullable String value, String code, T standIn, Function<String, ? extends T> parse) {
        if (value == null) {
            problem(field, "required");
            return standIn;
        }
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException e) {
            problem(field, code);
            return standIn;
        }
    }

    public <E extends Enum<E>> E choice(String field, @Nullable String value, Class<E> type) {
        E[] all = type.getEnumConstants();
        return parsed(field, value, "choice", all[0], text -> Enum.valueOf(type, text));
    }

    public <E extends Enum<E>> @Nullable E optionalChoice(String field, @Nullable String value, Class<E> type) {
        return value == null ? null : choice(field, value, type);
    }

    public boolean flag(String field, @Nullable Boolean value) {
        if (value == null) {
            problem(field, "required");
            return false;
        }
        return value;
    }

    /** Whether books of that year can be kept. */
    public static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    public int year(String field, @Nullable Integer value) {
        return between(field, value, FIRST_YEAR, LAST_YEAR);
    }

    public int between(String field, @Nullable Integer value, int least, int most) {
        if (value == null) {
            problem(field, "required");
            return least;
        }
        if (value < least || value > most) {
            problem(field, "between", least, most);
        }
        return value;
    }

    /** An amount of points that is not negative. */
    public Points points(String field, @Nullable BigDecimal value) {
        if (value == null) {
            problem(field, "required");
            return Points.ZERO;
        }
        // looked at before any arithmetic: 1e999999999 is a short text and a very long number
        if (Math.abs((long) value.precision() - value.scale()) > MOST_DIGITS || value.signum() < 0) {
            problem(field, "points");
            return Points.ZERO;
        }
        try {
            return Points.of(value);
        } catch (IllegalArgumentException e) {
            problem(field, "points");
            return Points.ZERO;
        }
    }

    public Points positive(String field, @Nullable BigDecimal value) {
        Points points = points(field, value);
        if (value != null && value.signum() == 0) {
            problem(field, "points");
        }
        return points;
    }

    /** Elements without nulls; too many, too few or a null are a problem of the field. */
    public <S, T> List<T> list(
            String field, @Nullable List<@Nullable S> values, int least, int most, Element<S, T> element) {
        if (values == null) {
            if (least > 0) {
                problem(field, "required");
            }
            return List.of();
        }
        if (values.size() < least || values.size() > most) {
            problem(field, "size", least, most);
            return List.of();
        }
        List<T> checked = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            S value = values.get(i);
            String place = field + "[" + i + "]";
            if (value == null) {
                problem(place, "required");
            } else {
                checked.add(element.check(place, value));
            }
        }
        return checked;
    }

    public List<String> ids(String field, @Nullable List<@Nullable String> values, int least, int most) {
        return list(field, values, least, most, this::id);
    }

    public void unique(String field, List<String> values) {
        if (new HashSet<>(values).size() < values.size()) {
            problem(field, "duplicates");
        }
    }

    /** Checks one element of a list. */
    @FunctionalInterface
    public interface Element<S, T> {
        T check(String place, S value);
    }
}
