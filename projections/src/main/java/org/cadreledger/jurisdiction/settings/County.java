package org.cadreledger.jurisdiction.settings;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.cadreledger.jurisdiction.JurisdictionEvent;
import org.cadreledger.jurisdiction.JurisdictionEvent.HolidaysSet;
import org.cadreledger.jurisdiction.JurisdictionEvent.JurisdictionDefined;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** A county as its stream says; {@link #NONE} before its definition. Immutable. */
public record County(@Nullable JurisdictionDefined definition, Set<LocalDate> daysOff, Set<LocalDate> workingDays) {
    public static final County NONE = new County(null, Set.of(), Set.of());

    public County {
        daysOff = Set.copyOf(daysOff);
        workingDays = Set.copyOf(workingDays);
    }

    public County evolve(JurisdictionEvent event) {
        return switch (event) {
            case JurisdictionDefined defined -> new County(defined, daysOff, workingDays);
            case HolidaysSet set ->
                new County(
                        definition,
                        replaceYear(daysOff, set.year(), set.daysOff()),
                        replaceYear(workingDays, set.year(), set.workingDays()));
        };
    }

    public boolean exists() {
        return definition != null;
    }

    /** @throws IllegalStateException before the definition */
    public JurisdictionDefined settings() {
        if (definition == null) {
            throw new IllegalStateException("the county is not defined");
        }
        return definition;
    }

    public ZoneId zone() {
        return ZoneId.of(settings().zone());
    }

    public LocalDate today(Instant now) {
        return now.atZone(zone()).toLocalDate();
    }

    /** Weekends are off unless worked; weekdays are worked unless off (domain.md "Cycle"). */
    public boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? workingDays.contains(day) : !daysOff.contains(day);
    }

    /** Last day of a window of {@code workingDays} working days that begins the day after {@code day}; null for none. */
    public @Nullable LocalDate windowEnd(LocalDate day, int workingDays) {
        if (workingDays == 0) {
            return null;
        }
        LocalDate end = day;
        for (int left = workingDays; left > 0; ) {
            end = end.plusDays(1);
            if (isWorkingDay(end)) {
                left--;
            }
        }
        return end;
    }

    public Month currentMonth(Instant now) {
        return Month.of(today(now));
    }

    private static Set<LocalDate> replaceYear(Set<LocalDate> days, int year, Iterable<LocalDate> replacement) {
        Set<LocalDate> next = new HashSet<>();
        days.stream().filter(day -> day.getYear() != year).forEach(next::add);
        replacement.forEach(next::add);
        return next;
    }
}
