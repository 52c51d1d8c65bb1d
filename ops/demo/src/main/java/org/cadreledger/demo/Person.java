package org.cadreledger.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A cadre.
 *
 * @param unit the first unit; see {@link #unitIn}
 * @param signsIn has a user of their own; otherwise the unit's clerk claims
 * @param move null for most
 * @param away null for most
 */
record Person(
        String id,
        String name,
        boolean reserve,
        Unit unit,
        String post,
        @Nullable String rank,
        LocalDate registeredOn,
        Bent bent,
        boolean signsIn,
        @Nullable Move move,
        @Nullable Away away) {

    /** To another unit of the county on a month's first day. */
    record Move(YearMonth month, Unit to, String post) {}

    /** @param to null while it lasts */
    record Away(String kind, LocalDate from, @Nullable LocalDate to) {
        boolean in(YearMonth month) {
            return !from.isAfter(month.atEndOfMonth()) && (to == null || !to.isBefore(month.atDay(1)));
        }
    }

    Unit unitIn(YearMonth month) {
        return move != null && !month.isBefore(move.month()) ? move.to() : unit;
    }

    /** Who claims: the cadre, or the clerk of the unit of that month. */
    String claimerIn(YearMonth month) {
        return signsIn ? user() : unitIn(month).clerk();
    }

    String user() {
        return id.toLowerCase(Locale.ROOT);
    }

    boolean servesIn(YearMonth month) {
        return !registeredOn.isAfter(month.atDay(1)) && (away == null || !away.in(month));
    }
}
