package org.cadreledger.ledger.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cadreledger.access.Actor;
import org.cadreledger.board.Boards;
import org.cadreledger.board.Boards.Standing;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.ledger.LedgerStatement;
import org.cadreledger.ledger.Ledgers;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.web.Checks;
import org.cadreledger.web.Reach;
import org.cadreledger.web.pages.PageController;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** "My points": a month, a quarter or a year of one cadre, now or as at an earlier day. */
@PageController
class PointsPage {
    private final Ledgers ledgers;
    private final Stories stories;
    private final Boards boards;
    private final FreshFolds folds;
    private final Reach reach;
    private final Clock clock;

    PointsPage(
            Ledgers ledgers,
            Stories stories,
            Boards boards,
            FreshFolds folds,
            Reach reach,
            ObjectProvider<Clock> clock) {
        this.ledgers = ledgers;
        this.stories = stories;
        this.boards = boards;
        this.folds = folds;
        this.reach = reach;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @GetMapping("/my")
    String own(Actor actor) {
        if (actor.cadreId() == null) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
        return "redirect:/cadres/" + actor.cadreId() + "/points";
    }

    @GetMapping("/cadres/{cadreId}/points")
    String points(
            @PathVariable String cadreId,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String asAt,
            Actor actor,
            Model model) {
        reach.cadre(actor, cadreId);
        CadreFile file = folds.cadre(cadreId);
        if (!file.exists()) {
            throw Refusal.of(Reason.UNKNOWN_CADRE, cadreId);
        }
        County county = countyOf(file);
        Month current = county.currentMonth(clock.instant());
        Period asked = asked(period, current);
        LocalDate day = day(asAt);
        Long position = day == null ? null : ledgers.positionAt(endOf(day, county));
        LedgerStatement statement = ledgers.statement(cadreId, asked, position);
        List<Standing> standings = boards.standings(cadreId);
        model.addAttribute("cadreId", cadreId);
        model.addAttribute("cadre", file.current());
        model.addAttribute("self", actor.is(cadreId));
        model.addAttribute("bill", Bill.of(statement, stories.of(cadreId), cap(county, asked), position == null));
        model.addAttribute("pick", PeriodPick.of(asked, county.settings().firstMonth(), current));
        model.addAttribute("asAt", day);
        model.addAttribute("upTo", position);
        model.addAttribute("today", county.today(clock.instant()));
        model.addAttribute("standing", of(asked, standings));
        model.addAttribute("trend", Trend.of(standings));
        return "points/points";
    }

    private County countyOf(CadreFile file) {
        String code = file.current().jurisdiction();
        County county = code == null ? County.NONE : folds.county(code);
        if (!county.exists()) {
            throw Refusal.of(Reason.UNKNOWN_JURISDICTION, String.valueOf(code));
        }
        return county;
    }

    /** Without a choice the quarter of today: it is what the boards are about. */
    private static Period asked(@Nullable String period, Month current) {
        if (period == null || period.isBlank()) {
            return current.quarter();
        }
        Checks checks = new Checks();
        return checks.valid(checks.period("period", period));
    }

    private static @Nullable LocalDate day(@Nullable String asAt) {
        if (asAt == null || asAt.isBlank()) {
            return null;
        }
        Checks checks = new Checks();
        return checks.valid(checks.date("asAt", asAt));
    }

    /** The day itself is in, whole. */
    private static Instant endOf(LocalDate day, County county) {
        return day.plusDays(1).atStartOfDay(county.zone()).toInstant().minusNanos(1);
    }

    private Points cap(County county, Period period) {
        return folds.catalogues()
                .inForce(period.lastMonth(), county.settings().jurisdiction())
                .map(Catalogue::matterCap)
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CATALOGUE, period.lastMonth()));
    }

    private static @Nullable Standing of(Period period, List<Standing> standings) {
        return standings.stream()
                .filter(standing -> standing.period().equals(period))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
