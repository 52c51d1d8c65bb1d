package org.cadreledger.jurisdiction.defining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.registerbed.RegisterSide.ADMIN;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.jurisdiction.DefineJurisdiction;
import org.cadreledger.jurisdiction.DefineJurisdiction.Defined;
import org.cadreledger.jurisdiction.JurisdictionEvent.JurisdictionDefined;
import org.cadreledger.jurisdiction.SetHolidays;
import org.cadreledger.refusal.Reason;
import org.cadreledger.registerbed.Refused;
import org.cadreledger.registerbed.RegisterSide;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CountyDeskTest {
    private final RegisterSide side = new RegisterSide();

    private static DefineJurisdiction define(
            @Nullable String zone, @Nullable Integer days, @Nullable String firstMonth) {
        return new DefineJurisdiction(
                "j1", "County", zone, days, firstMonth == null ? null : Month.parse(firstMonth), null);
    }

    @Test
    void a_new_county_takes_the_defaults() {
        assertThat(side.send(define(null, null, null), ADMIN))
                .isEqualTo(new Defined(true, "j1", "County", "Asia/Shanghai", 5, Month.parse("2026-03"), false));
        assertThat(side.lastRecords().getFirst().jurisdiction()).isEqualTo("j1");
    }

    @Test
    void what_a_change_leaves_out_stays() {
        side.send(define("Asia/Urumqi", 3, "2026-01"), ADMIN);
        Defined changed = side.send(define(null, 0, null), ADMIN);
        assertThat(changed.created()).isFalse();
        assertThat(side.lastCommit())
                .containsExactly(
                        new JurisdictionDefined("j1", "County", "Asia/Urumqi", 0, Month.parse("2026-01"), false));
    }

    @Test
    void an_unchanged_repeat_writes_nothing() {
        side.send(define(null, 5, "2026-01"), ADMIN);
        long end = side.end();
        assertThat(side.send(define(null, 5, "2026-01"), ADMIN).created()).isFalse();
        assertThat(side.end()).isEqualTo(end);
    }

    @Test
    void every_bad_field_is_named() {
        Refused.fields(
                () -> side.send(new DefineJurisdiction("j 1", " ", "Mars/Olympus", 61, null, null), ADMIN),
                "jurisdiction: bad-id");
        Refused.fields(
                () -> side.send(new DefineJurisdiction("j1", " ", "Mars/Olympus", 61, null, null), ADMIN),
                "name: required",
                "zone: bad-zone",
                "objectionDays: out-of-range");
    }

    @Test
    void the_first_month_is_fixed_once_a_month_is_closed() {
        side.county("j1");
        side.send(define(null, null, "2025-11"), ADMIN);
        side.closed("j1", "2025-11");
        Refused.with(Reason.JURISDICTION_IN_USE, () -> side.send(define(null, null, "2025-12"), ADMIN));
        assertThat(side.send(define(null, 9, "2025-11"), ADMIN).objectionDays()).isEqualTo(9);
    }

    @Test
    void a_user_of_another_county_is_refused() {
        Actor other = new Actor("o", Set.of(Role.CATALOGUE_ADMIN), null, "j2", null);
        Refused.with(Reason.OTHER_JURISDICTION, () -> side.send(define(null, null, null), other));
    }

    @Test
    void holidays_replace_the_years_calendar_and_repeats_write_nothing() {
        side.county("j1");
        SetHolidays holidays = new SetHolidays(
                "j1", 2026, List.of(LocalDate.parse("2026-10-01")), List.of(LocalDate.parse("2026-10-10")));
        side.send(holidays, ADMIN);
        long end = side.end();
        side.send(holidays, ADMIN);
        assertThat(side.end()).isEqualTo(end);
        assertThat(side.folds.county("j1").isWorkingDay(LocalDate.parse("2026-10-01")))
                .isFalse();
        assertThat(side.folds.county("j1").isWorkingDay(LocalDate.parse("2026-10-10")))
                .isTrue();
    }

    @Test
    void holidays_of_another_year_or_given_twice_are_refused() {
        side.county("j1");
        LocalDate day = LocalDate.parse("2026-10-01");
        Refused.fields(
                () -> side.send(
                        new SetHolidays("j1", 2026, List.of(day, LocalDate.parse("2025-10-01")), List.of(day)), ADMIN),
                "daysOff[1]: other-year",
                "workingDays[0]: duplicate");
        Refused.with(
                Reason.UNKNOWN_JURISDICTION, () -> side.send(new SetHolidays("j9", 2026, List.of(), List.of()), ADMIN));
    }
}
