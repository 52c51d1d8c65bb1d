package org.cadreledger.period.pages;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cadreledger.access.Actor;
import org.cadreledger.board.pages.CountyChoice;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.period.Periods;
import org.cadreledger.period.Periods.Status;
import org.cadreledger.period.Periods.YearView;
import org.cadreledger.read.PageRequest;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.security.PageAccess;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Year;
import org.cadreledger.web.Checks;
import org.cadreledger.web.Listing;
import org.cadreledger.web.pages.PageController;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendar of a year's periods, and where one of them stands. */
@PageController
class PeriodPages {
    private final Periods periods;
    private final CountyChoice counties;
    private final Blocks blocks;
    private final Outcomes outcomes;
    private final Clock clock;

    PeriodPages(Periods periods, CountyChoice counties, Blocks blocks, Outcomes outcomes, ObjectProvider<Clock> clock) {
        this.periods = periods;
        this.counties = counties;
        this.blocks = blocks;
        this.outcomes = outcomes;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /**
     * A period in the calendar.
     *
     * @param look message {@code period.look.<look>}
     * @param next null when it is through, or its time has not come
     * @param ready whether nothing stands in the way of {@code next}
     */
    public record Cell(Status status, String look, @Nullable Step next, boolean ready) {}

    /** A quarter with its months. */
    public record Row(List<Cell> months, Cell quarter) {}

    @GetMapping("/periods")
    String year(
            @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable String jurisdiction,
            Actor actor,
            Model model) {
        String code = counties.of(actor, jurisdiction);
        County county = counties.settings(code);
        Instant now = clock.instant();
        int current = county.today(now).getYear();
        Checks checks = new Checks();
        int shown = checks.valid(checks.year("year", year == null ? Integer.valueOf(current) : year));
        YearView calendar = periods.calendar(code, new Year(shown), now)
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_JURISDICTION, code));
        List<Cell> months = calendar.months().stream()
                .map(status -> cell(status, county, now))
                .toList();
        List<Cell> quarters = calendar.quarters().stream()
                .map(status -> cell(status, county, now))
                .toList();
        model.addAttribute(
                "rows",
                IntStream.range(0, quarters.size())
                        .mapToObj(i -> new Row(months.subList(i * 3, i * 3 + 3), quarters.get(i)))
                        .toList());
        model.addAttribute("whole", cell(calendar.year(), county, now));
        model.addAttribute("year", shown);
        model.addAttribute("firstYear", county.settings().firstMonth().year());
        model.addAttribute("currentYear", current);
        model.addAttribute("county", county.settings());
        model.addAttribute("todo", todo(months, quarters, cell(calendar.year(), county, now)));
        return "period/periods";
    }

    /** What can be done at once. */
    private static List<Cell> todo(List<Cell> months, List<Cell> quarters, Cell year) {
        return Stream.of(months, quarters, List.of(year))
                .flatMap(List::stream)
                .filter(cell -> cell.next() != null && cell.ready())
                .toList();
    }

    private static Cell cell(Status status, County county, Instant now) {
        Period period = status.period();
        boolean unused = period.lastMonth().isBefore(county.settings().firstMonth());
        boolean future = county.today(now).isBefore(period.firstDay());
        String look = unused
                ? "UNUSED"
                : future && status.state() == Periods.State.OPEN
                        ? "FUTURE"
                        : status.state().name();
        Step next = unused || future ? null : Step.next(status);
        return new Cell(status, look, next, next != null && next.isReady(status));
    }

    @GetMapping("/periods/{period}")
    String period(
            @PathVariable Period period,
            @RequestParam(required = false) @Nullable String jurisdiction,
            PageRequest page,
            Actor actor,
            Model model) {
        String code = counties.of(actor, jurisdiction);
        County county = counties.settings(code);
        Instant now = clock.instant();
        Status status =
                periods.status(code, period, now).orElseThrow(() -> Refusal.of(Reason.UNKNOWN_JURISDICTION, code));
        model.addAttribute("county", county.settings());
        model.addAttribute("status", status);
        model.addAttribute("isMonth", period instanceof Month);
        model.addAttribute("cell", cell(status, county, now));
        model.addAttribute("blocks", blocks.of(status.blocking(), actor));
        model.addAttribute(
                "steps",
                Step.of(status).stream()
                        .filter(step -> PageAccess.allows(actor, "POST", "/periods/" + period + "/" + step.slug()))
                        .filter(step -> step.isReady(status))
                        .toList());
        model.addAttribute("outcome", outcomes.of(code, period));
        if (period instanceof Month month && !month.isBefore(county.settings().firstMonth())) {
            var undeclared = Listing.page(page, () -> periods.undeclared(code, month, page));
            model.addAttribute("undeclared", undeclared.items());
            model.addAttribute("next", Objects.requireNonNullElse(undeclared.next(), ""));
            model.addAttribute("first", page.after() == null);
        }
        return "period/period";
    }
}
