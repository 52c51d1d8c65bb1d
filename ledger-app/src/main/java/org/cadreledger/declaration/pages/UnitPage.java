package org.cadreledger.declaration.pages;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cadreledger.access.Actor;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.cadre.Cadres.Listed;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.ledger.state.CadreLedgers;
import org.cadreledger.ledger.state.Claim;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.read.PageRequest;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.cadreledger.web.Checks;
import org.cadreledger.web.pages.PageController;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A unit clerk's cadres: who has declared the month, and what is claimed for them. */
@PageController
class UnitPage {
    private final Cadres cadres;
    private final FreshFolds folds;
    private final Clock clock;

    UnitPage(Cadres cadres, FreshFolds folds, ObjectProvider<Clock> clock) {
        this.cadres = cadres;
        this.folds = folds;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** @param declared whether the cadre has said that the month is complete */
    record Row(Listed cadre, boolean declared, List<Claim> claims) {}

    @GetMapping("/unit")
    String unit(@RequestParam(required = false) @Nullable String month, Actor actor, Model model) {
        String unit = actor.unit();
        String jurisdiction = actor.jurisdiction();
        if (unit == null || jurisdiction == null) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
        County county = folds.county(jurisdiction);
        if (!county.exists()) {
            throw Refusal.of(Reason.UNKNOWN_JURISDICTION, jurisdiction);
        }
        Instant now = clock.instant();
        PeriodBook periods = folds.periods(county, now);
        Month current = county.currentMonth(now);
        Month shown = asked(month, Reminder.due(county, county.today(now), periods.isClosed(current.previous())));
        List<Row> rows = cadres.find(jurisdiction, unit, new PageRequest(PageRequest.MOST, null)).items().stream()
                .map(cadre -> row(cadre, shown, now))
                .toList();
        model.addAttribute("unit", unit);
        model.addAttribute("month", shown);
        model.addAttribute("months", open(county, periods, current));
        model.addAttribute("closed", periods.isClosed(shown));
        model.addAttribute("reminder", Reminder.of(shown, county, county.today(now)));
        model.addAttribute("rows", rows);
        model.addAttribute("declared", rows.stream().filter(Row::declared).count());
        return "declaration/unit";
    }

    private static Month asked(@Nullable String month, Month due) {
        if (month == null || month.isBlank()) {
            return due;
        }
        Checks checks = new Checks();
        return checks.valid(checks.month("month", month));
    }

    /** The newest first. */
    private static List<Month> open(County county, PeriodBook periods, Month current) {
        return Stream.iterate(
                        current, month -> !month.isBefore(county.settings().firstMonth()), Month::previous)
                .filter(month -> !periods.isClosed(month))
                .toList();
    }

    private Row row(Listed cadre, Month month, Instant now) {
        CadreLedgers books = folds.ledgers(cadre.cadreId(), now);
        List<Claim> claims = books.stream()
                .flatMap(book -> book.claims().values().stream())
                .filter(claim -> claim.month().equals(month))
                .sorted(Comparator.comparing(Claim::since))
                .toList();
        boolean declared = books.stream().anyMatch(book -> book.declaredMonths().containsKey(month));
        return new Row(cadre, declared, claims);
    }
}
