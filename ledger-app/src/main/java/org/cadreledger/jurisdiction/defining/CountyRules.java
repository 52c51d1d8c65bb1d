package org.cadreledger.jurisdiction.defining;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.cadreledger.checks.Problems;
import org.cadreledger.jurisdiction.DefineJurisdiction;
import org.cadreledger.jurisdiction.JurisdictionEvent.HolidaysSet;
import org.cadreledger.jurisdiction.JurisdictionEvent.JurisdictionDefined;
import org.cadreledger.jurisdiction.SetHolidays;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** What a county's settings must be like. Pure. */
final class CountyRules {
    /** http-api.md "Conventions". */
    static final String DEFAULT_ZONE = "Asia/Shanghai";

    /** domain.md "Cycle", 2. */
    static final int DEFAULT_OBJECTION_DAYS = 5;

    static final int MOST_OBJECTION_DAYS = 60;
    private static final int LONGEST_NAME = 100;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2999;

    private CountyRules() {}

    /**
     * The settings as they shall be: what the command leaves out stays, or takes the default.
     *
     * @param anyMonthClosed whether a month of the county is closed already
     * @throws Refusal for bad content, or a first month that can no longer change
     */
    static JurisdictionDefined define(
            DefineJurisdiction command, County county, BooleanSupplier anyMonthClosed, Instant now) {
        check(command);
        JurisdictionDefined old = county.definition();
        String zone = firstOf(command.zone(), old == null ? null : old.zone(), DEFAULT_ZONE);
        Month firstMonth = firstOf(
                command.firstMonth(),
                old == null ? null : old.firstMonth(),
                Month.of(now.atZone(ZoneId.of(zone)).toLocalDate()));
        if (old != null && !firstMonthMayBe(firstMonth, old, anyMonthClosed)) {
            throw Refusal.of(Reason.JURISDICTION_IN_USE, command.jurisdiction(), old.firstMonth());
        }
        return new JurisdictionDefined(
                command.jurisdiction(),
                command.name().strip(),
                zone,
                firstOf(command.objectionDays(), old == null ? null : old.objectionDays(), DEFAULT_OBJECTION_DAYS),
                firstMonth,
                firstOf(command.publicBoard(), old == null ? null : old.publicBoard(), false));
    }

    /** The books' beginning is fixed once a month is closed (jurisdiction.defined.v1). */
    static boolean firstMonthMayBe(Month wanted, JurisdictionDefined old, BooleanSupplier anyMonthClosed) {
        return wanted.equals(old.firstMonth()) || !anyMonthClosed.getAsBoolean();
    }

    /** @throws Refusal for days of another year, given twice, or both off and worked */
    static HolidaysSet holidays(SetHolidays command) {
        Problems problems = new Problems();
        problems.require(
                command.year() >= FIRST_YEAR && command.year() <= LAST_YEAR,
                "year",
                "out-of-range",
                FIRST_YEAR,
                LAST_YEAR);
        Set<LocalDate> seen = new HashSet<>();
        checkDays(problems, "daysOff", command.daysOff(), command.year(), seen);
        checkDays(problems, "workingDays", command.workingDays(), command.year(), seen);
        problems.refuse();
        return new HolidaysSet(
                command.jurisdiction(),
                command.year(),
                command.daysOff().stream().sorted().toList(),
                command.workingDays().stream().sorted().toList());
    }

    private static void checkDays(
            Problems problems, String field, List<LocalDate> days, int year, Set<LocalDate> seen) {
        for (int i = 0; i < days.size(); i++) {
            String path = field + "[" + i + "]";
            LocalDate day = days.get(i);
            problems.require(day.getYear() == year, path, "other-year", year);
            problems.require(seen.add(day), path, "duplicate", day);
        }
    }

    private static void check(DefineJurisdiction command) {
        Problems problems = new Problems();
        problems.id("jurisdiction", command.jurisdiction());
        problems.text("name", command.name(), LONGEST_NAME);
        String zone = command.zone();
        problems.require(zone == null || isZone(zone), "zone", "bad-zone", String.valueOf(zone));
        Integer days = command.objectionDays();
        problems.require(
                days == null || (days >= 0 && days <= MOST_OBJECTION_DAYS),
                "objectionDays",
                "out-of-range",
                0,
                MOST_OBJECTION_DAYS);
        problems.refuse();
    }

    private static boolean isZone(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static <T> T firstOf(@Nullable T wanted, @Nullable T old, T otherwise) {
        return Objects.requireNonNullElse(wanted, Objects.requireNonNullElse(old, otherwise));
    }
}
