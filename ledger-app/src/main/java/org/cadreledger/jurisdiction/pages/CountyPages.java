package org.cadreledger.jurisdiction.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.catalogue.drafting.KnownCounties;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.jurisdiction.JurisdictionEvent.JurisdictionDefined;
import org.cadreledger.jurisdiction.api.CountyController;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.Checks;
import org.cadreledger.web.pages.Notice;
import org.cadreledger.web.pages.PageController;
import org.cadreledger.web.pages.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Settings of a county, and its calendar year by year. */
@PageController
class CountyPages {
    private static final String PATH = "/county";
    private static final int USUAL_WINDOW = 5;

    private final Commands commands;
    private final FreshFolds folds;
    private final KnownCounties counties;
    private final Problems problems;
    private final Clock clock;

    CountyPages(
            Commands commands,
            FreshFolds folds,
            KnownCounties counties,
            Problems problems,
            ObjectProvider<Clock> clock) {
        this.commands = commands;
        this.folds = folds;
        this.counties = counties;
        this.problems = problems;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** The settings as they are typed. */
    public record Typed(String name, String zone, String objectionDays, String firstMonth, boolean publicBoard) {
        static Typed of(County county) {
            if (!county.exists()) {
                return new Typed("", "Asia/Shanghai", Integer.toString(USUAL_WINDOW), "", false);
            }
            JurisdictionDefined known = county.settings();
            return new Typed(
                    known.name(),
                    known.zone(),
                    Integer.toString(known.objectionDays()),
                    known.firstMonth().toString(),
                    known.publicBoard());
        }
    }

    /** The days of a year as they are typed, one a line. */
    public record Days(String off, String working) {
        static Days of(County county, int year) {
            return new Days(lines(county.daysOff(), year), lines(county.workingDays(), year));
        }

        private static String lines(Collection<LocalDate> days, int year) {
            return String.join(
                    "\n",
                    days.stream()
                            .filter(day -> day.getYear() == year)
                            .sorted()
                            .map(LocalDate::toString)
                            .toList());
        }
    }

    /** @param jurisdiction only for who keeps several counties */
    @GetMapping(PATH)
    String show(
            @RequestParam(required = false) @Nullable String jurisdiction,
            @RequestParam(required = false) @Nullable Integer year,
            Actor actor,
            Model model) {
        String code = code(actor, jurisdiction);
        County county = code == null ? County.NONE : folds.county(code);
        int shown = year(year, county);
        return page(code, county, shown, Typed.of(county), Days.of(county, shown), actor, model);
    }

    private String page(
            @Nullable String code, County county, int year, Typed typed, Days days, Actor actor, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("known", county.exists());
        model.addAttribute("choosesCounty", actor.jurisdiction() == null);
        model.addAttribute(
                "counties",
                actor.jurisdiction() == null
                        ? counties.known().stream().sorted().toList()
                        : List.of());
        model.addAttribute("typed", typed);
        model.addAttribute("year", year);
        model.addAttribute("days", days);
        return "county/county";
    }

    private int year(@Nullable Integer asked, County county) {
        if (asked != null && Checks.isYear(asked)) {
            return asked;
        }
        return county.exists()
                ? county.today(clock.instant()).getYear()
                : LocalDate.now(clock).getYear();
    }

    /** "Catalogue admin (of that code, or of none)" (http-api.md "Resources"). */
    private static @Nullable String code(Actor actor, @Nullable String asked) {
        String own = actor.jurisdiction();
        if (asked == null || asked.isBlank()) {
            return own;
        }
        if (!Checks.isId(asked.strip())) {
            throw Refusal.field("jurisdiction", "id");
        }
        if (!actor.actsIn(asked.strip())) {
            throw Refusal.of(Reason.OTHER_JURISDICTION);
        }
        return asked.strip();
    }

    @PostMapping(PATH)
    String define(
            @RequestParam(required = false) @Nullable String jurisdiction,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "") String objectionDays,
            @RequestParam(defaultValue = "") String firstMonth,
            @RequestParam(defaultValue = "false") boolean publicBoard,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Typed typed = new Typed(name, zone, objectionDays, firstMonth, publicBoard);
        String code = code(actor, jurisdiction);
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    if (code == null) {
                        throw Refusal.field("jurisdiction", "required");
                    }
                    var receipt = commands.send(settings(typed).command(code), actor, key);
                    return Notice.redirect(
                            response, address(actor, code, null), receipt, "county-defined", name.strip());
                },
                () -> {
                    County county = code == null ? County.NONE : folds.county(code);
                    int year = year(null, county);
                    return page(code, county, year, typed, Days.of(county, year), actor, model);
                });
    }

    private static CountyController.Settings settings(Typed typed) {
        if (!typed.objectionDays().isBlank() && !typed.objectionDays().strip().matches("\\d{1,4}")) {
            throw Refusal.field("objectionDays", "number");
        }
        return new CountyController.Settings(
                Checks.said(typed.name()),
                Checks.said(typed.zone()),
                typed.objectionDays().isBlank()
                        ? null
                        : Integer.valueOf(typed.objectionDays().strip()),
                Checks.said(typed.firstMonth()),
                typed.publicBoard());
    }

    @PostMapping("/county/holidays")
    String holidays(
            @RequestParam(required = false) @Nullable String jurisdiction,
            @RequestParam int year,
            @RequestParam(defaultValue = "") String daysOff,
            @RequestParam(defaultValue = "") String workingDays,
            Actor actor,
            CommandKey key,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String code = code(actor, jurisdiction);
        return problems.attempt(
                request,
                response,
                model,
                () -> {
                    if (code == null) {
                        throw Refusal.field("jurisdiction", "required");
                    }
                    var calendar = new CountyController.Calendar(list(daysOff), list(workingDays));
                    var receipt = commands.send(calendar.command(code, year), actor, key);
                    return Notice.redirect(
                            response,
                            address(actor, code, year),
                            receipt,
                            "holidays-set",
                            Integer.toString(year),
                            list(daysOff).size(),
                            list(workingDays).size());
                },
                () -> {
                    County county = code == null ? County.NONE : folds.county(code);
                    return page(code, county, year, Typed.of(county), new Days(daysOff, workingDays), actor, model);
                });
    }

    /** Days may be separated by lines, blanks or commas, also Chinese ones. */
    private static List<@Nullable String> list(String text) {
        List<@Nullable String> days = new ArrayList<>();
        for (String day : text.split("[\\s,;\uFF0C\u3001\uFF1B]+", -1)) {
            if (!day.isEmpty()) {
                days.add(day);
            }
        }
        return days;
    }

    private static String address(Actor actor, String code, @Nullable Integer year) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(PATH);
        if (actor.jurisdiction() == null) {
            address.queryParam("jurisdiction", code);
        }
        if (year != null) {
            address.queryParam("year", year);
        }
        return address.toUriString();
    }
}
