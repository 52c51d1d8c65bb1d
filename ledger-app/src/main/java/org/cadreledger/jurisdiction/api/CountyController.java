package org.cadreledger.jurisdiction.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.jurisdiction.DefineJurisdiction;
import org.cadreledger.jurisdiction.SetHolidays;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.Answers;
import org.cadreledger.web.Checks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Settings and calendars of counties. */
@RestController
@RequestMapping("/api/v1/jurisdictions/{jurisdiction}")
public class CountyController {
    private static final int LONGEST_WINDOW = 60;
    private static final int DAYS_OF_A_YEAR = 366;

    private final Commands commands;

    CountyController(Commands commands) {
        this.commands = commands;
    }

    /** Body of {@code PUT /jurisdictions/{code}}. */
    public record Settings(
            @Nullable String name,
            @Nullable String zone,
            @Nullable Integer objectionDays,
            @Nullable String firstMonth,
            @Nullable Boolean publicBoard) {
        /** @throws Refusal INVALID_CONTENT */
        public DefineJurisdiction command(String jurisdiction) {
            Checks checks = new Checks();
            if (zone != null && !isZone(zone)) {
                checks.problem("zone", "zone");
            }
            return checks.valid(new DefineJurisdiction(
                    jurisdiction,
                    checks.line("name", name, Checks.NAME),
                    zone,
                    objectionDays == null
                            ? null
                            : Integer.valueOf(checks.between("objectionDays", objectionDays, 0, LONGEST_WINDOW)),
                    checks.optionalMonth("firstMonth", firstMonth),
                    publicBoard));
        }

        private static boolean isZone(String text) {
            try {
                ZoneId.of(text);
                return text.length() <= Checks.NAME;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }

    /** Body of {@code PUT /jurisdictions/{code}/holidays/{year}}. */
    public record Calendar(
            @Nullable List<@Nullable String> daysOff,
            @Nullable List<@Nullable String> workingDays) {
        /** @throws Refusal INVALID_CONTENT */
        public SetHolidays command(String jurisdiction, int year) {
            Checks checks = new Checks();
            int checked = checks.year("year", year);
            return checks.valid(new SetHolidays(
                    jurisdiction,
                    checked,
                    days(checks, "daysOff", daysOff, year),
                    days(checks, "workingDays", workingDays, year)));
        }

        private static List<LocalDate> days(
                Checks checks, String field, @Nullable List<@Nullable String> days, int year) {
            return checks.list(field, days, 0, DAYS_OF_A_YEAR, (place, text) -> {
                LocalDate day = checks.date(place, text);
                if (day.getYear() != year) {
                    checks.problem(place, "other-year", year);
                }
                return day;
            });
        }
    }

    @PutMapping
    ResponseEntity<Object> define(
            @PathVariable String jurisdiction, @RequestBody Settings body, Actor actor, CommandKey key) {
        within(actor, jurisdiction);
        var receipt = commands.send(body.command(jurisdiction), actor, key);
        return Answers.answer(
                receipt.result().created() ? HttpStatus.CREATED : HttpStatus.OK, receipt, receipt.result());
    }

    @PutMapping("/holidays/{year}")
    ResponseEntity<Object> holidays(
            @PathVariable String jurisdiction,
            @PathVariable int year,
            @RequestBody Calendar body,
            Actor actor,
            CommandKey key) {
        within(actor, jurisdiction);
        return Answers.done(commands.send(body.command(jurisdiction, year), actor, key));
    }

    /** "Catalogue admin (of that code, or of none)." */
    private static void within(Actor actor, String jurisdiction) {
        if (!actor.actsIn(jurisdiction)) {
            throw Refusal.of(Reason.OTHER_JURISDICTION);
        }
    }
}
