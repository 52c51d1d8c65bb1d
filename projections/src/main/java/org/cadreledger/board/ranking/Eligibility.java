package org.cadreledger.board.ranking;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.cadreledger.board.Board.WhyNotRanked;
import org.cadreledger.cadre.Absence;
import org.cadreledger.cadre.Absence.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Who is not ranked in a period, and why (domain.md "Ranking"). Halves are counted in days.
 *
 * @param firstDay of the period, or of the county's books when they begin within it
 * @param lastDay of the period
 */
public record Eligibility(LocalDate firstDay, LocalDate lastDay) {

    /**
     * The reason; the first that applies in the order in which domain.md names them. Null for a cadre who is ranked.
     *
     * @param registeredOn as of the period's last day
     */
    public @Nullable WhyNotRanked whyNotRanked(LocalDate registeredOn, List<Absence> absences) {
        if (registeredTooLate(registeredOn)) {
            return WhyNotRanked.REGISTERED_TOO_LATE;
        }
        if (absences.isEmpty()) {
            return null;
        }
        if (onLeaveOverHalf(absences)) {
            return WhyNotRanked.ON_LEAVE;
        }
        if (isOnLastDay(Kind.INVESTIGATION, absences)) {
            return WhyNotRanked.UNDER_INVESTIGATION;
        }
        return isOnLastDay(Kind.RETIRED, absences) ? WhyNotRanked.RETIRED : null;
    }

    /** Registered less than half the period; exactly half is enough. */
    private boolean registeredTooLate(LocalDate registeredOn) {
        LocalDate from = registeredOn.isBefore(firstDay) ? firstDay : registeredOn;
        return 2 * days(from, lastDay) < days(firstDay, lastDay);
    }

    /** On leave over half of the period; a day of two overlapping leaves is one day, exactly half is not over. */
    private boolean onLeaveOverHalf(List<Absence> absences) {
        List<Absence> leaves = absences.stream()
                .filter(absence -> absence.kind() == Kind.LEAVE)
                .sorted(Comparator.comparing(Absence::from))
                .toList();
        long onLeave = 0;
        LocalDate counted = firstDay.minusDays(1);
        for (Absence leave : leaves) {
            LocalDate from = leave.from().isAfter(counted) ? leave.from() : counted.plusDays(1);
            LocalDate to = leave.to() == null || leave.to().isAfter(lastDay) ? lastDay : leave.to();
            if (!to.isBefore(from)) {
                onLeave += days(from, to);
                counted = to;
            }
        }
        return 2 * onLeave > days(firstDay, lastDay);
    }

    /** Under investigation on the last day; retired on or before it, unless the retirement ended before. */
    private boolean isOnLastDay(Kind kind, List<Absence> absences) {
        return absences.stream().anyMatch(absence -> absence.kind() == kind && absence.covers(lastDay));
    }

    private static long days(LocalDate first, LocalDate last) {
        return Math.max(0, ChronoUnit.DAYS.between(first, last) + 1);
    }
}
