package org.cadreledger.web.pages;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Quarter;
import org.cadreledger.time.Year;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;

/**
 * Dates, periods and figures in the words of a language; {@code f} in the templates. Null in, empty out.
 *
 * @param zone of the county whose books are shown
 */
public record Formats(Locale locale, ZoneId zone, MessageSource messages) {
    private static final String MINUS = "\u2212";

    /** Those of the page that is being made; {@link Frame} has put them there. */
    public static Formats of(Model model) {
        if (model.getAttribute("f") instanceof Formats formats) {
            return formats;
        }
        throw new IllegalStateException("a page without its frame");
    }

    /** Any text; the key itself when there is none, so that a test finds it. */
    public String text(String key, Object... arguments) {
        String text = messages.getMessage(key, arguments, key, locale);
        return text == null ? key : text;
    }

    /** A text, or {@code otherwise} when the bundles have none: for codes that are data, like a county's own levels. */
    public String textOr(String key, String otherwise) {
        String text = messages.getMessage(key, null, otherwise, locale);
        return text == null ? otherwise : text;
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? "" : pattern("format.date").format(date);
    }

    /** Day and month, where the year is plain. */
    public String day(@Nullable LocalDate date) {
        return date == null ? "" : pattern("format.day").format(date);
    }

    public String date(@Nullable Instant time) {
        return time == null ? "" : pattern("format.date").format(time.atZone(zone));
    }

    public String time(@Nullable Instant time) {
        return time == null ? "" : pattern("format.time").format(time.atZone(zone));
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(text(key), locale);
    }

    public String period(@Nullable Period period) {
        return switch (period) {
            case null -> "";
            case Month month -> pattern("format.month").format(month.toYearMonth());
            case Quarter quarter ->
                text("format.quarter", Integer.toString(quarter.year()), Integer.toString(quarter.quarter()));
            case Year year -> text("format.year", Integer.toString(year.year()));
        };
    }

    /** A sum as it stands, for example 98.5. */
    public String points(@Nullable Points points) {
        return points == null ? "" : points.toString().replace("-", MINUS);
    }

    /** A change, with its sign, for example +3. */
    public String plus(@Nullable Points points) {
        return points == null ? "" : (points.hundredths() > 0 ? "+" : "") + points(points);
    }

    /** What is taken away, for example −1; nothing taken away is 0. */
    public String minus(@Nullable Points points) {
        return points == null ? "" : points(Points.ZERO.minus(points));
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    public String level(@Nullable String level) {
        return level == null ? "" : textOr("level." + level, level);
    }

    /** What somebody wrote stays as it is; reasons that the program writes into the books are in the reader's language. */
    public String said(@Nullable String text) {
        return text == null ? "" : textOr("said." + text.replace(' ', '-'), text);
    }

    /** A word for one of an enumeration's values, for example {@code CATEGORY.SECTION}. */
    public String word(@Nullable Enum<?> value) {
        return value == null ? "" : text(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    /** Bytes as people read them. */
    public String size(long bytes) {
        long kib = 1024;
        if (bytes < kib * kib) {
            return number(Math.max(1, bytes / kib)) + " KB";
        }
        NumberFormat one = NumberFormat.getInstance(locale);
        one.setMaximumFractionDigits(1);
        return one.format((double) bytes / (kib * kib)) + " MB";
    }
}
