package org.cadreledger.period.standing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cadreledger.cadre.listing.RegisterProjection;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.jurisdiction.counties.CountyProjection;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.ledger.PendingItem;
import org.cadreledger.ledger.declared.DeclarationProjection;
import org.cadreledger.ledger.pending.Desk;
import org.cadreledger.objection.inbox.Inbox;
import org.cadreledger.objection.inbox.ObjectionProjection.Filed;
import org.cadreledger.period.Periods;
import org.cadreledger.period.book.BoardState;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Year;
import org.jspecify.annotations.Nullable;

/** Where a county's periods stand. */
public final class Calendar implements Periods {
    /** Blocking items listed by name; the count is exact beyond. */
    private static final int LISTED = 1_000;

    private final ProjectionGroup ledger;
    private final ProjectionGroup desk;
    private final CountyProjection counties;
    private final PeriodProjection periods;
    private final RegisterProjection register;
    private final DeclarationProjection declarations;
    private final Desk pending;
    private final Inbox objections;

    /**
     * @param ledger the group of counties, periods and register
     * @param desk the group of declarations
     */
    public Calendar(
            ProjectionGroup ledger,
            ProjectionGroup desk,
            CountyProjection counties,
            PeriodProjection periods,
            RegisterProjection register,
            DeclarationProjection declarations,
            Desk pending,
            Inbox objections) {
        this.ledger = ledger;
        this.desk = desk;
        this.counties = counties;
        this.periods = periods;
        this.register = register;
        this.declarations = declarations;
        this.pending = pending;
        this.objections = objections;
    }

    @Override
    public Optional<Status> status(String jurisdiction, Period period, Instant now) {
        return county(jurisdiction)
                .map(county -> status(
                        jurisdiction,
                        county,
                        book(jurisdiction),
                        period,
                        now,
                        rolls(jurisdiction, List.of(period.lastMonth()))));
    }

    @Override
    public Optional<YearView> calendar(String jurisdiction, Year year, Instant now) {
        return county(jurisdiction).map(county -> {
            PeriodBook book = book(jurisdiction);
            Map<Month, CountyRoll> rolls = rolls(jurisdiction, year.months());
            Function<Period, Status> status = period -> status(jurisdiction, county, book, period, now, rolls);
            return new YearView(
                    year.months().stream().map(status).toList(),
                    year.quarters().stream().map(status).toList(),
                    status.apply(year));
        });
    }

    @Override
    public List<Stage> stages(String jurisdiction, Year year, Instant now) {
        return county(jurisdiction)
                .map(county -> {
                    PeriodBook book = book(jurisdiction);
                    Month first = county.settings().firstMonth();
                    Blocking blocking = new Blocking(book, first, county.today(now));
                    return Stream.of(year.months(), year.quarters(), List.of(year))
                            .flatMap(List::stream)
                            .map(period -> stage(jurisdiction, period, book, first, blocking))
                            .toList();
                })
                .orElse(List.of());
    }

    private Stage stage(String jurisdiction, Period period, PeriodBook book, Month first, Blocking blocking) {
        BoardState board = book.board(period);
        return new Stage(
                period,
                state(book, board, period, first),
                blocks(jurisdiction, period, board, blocking, objections.of(jurisdiction, period)));
    }

    private Optional<County> county(String jurisdiction) {
        return ledger.active().of(counties).find(jurisdiction).filter(County::exists);
    }

    private PeriodBook book(String jurisdiction) {
        return ledger.active().of(periods).find(jurisdiction).orElse(PeriodBook.EMPTY);
    }

    private Status status(
            String jurisdiction,
            County county,
            PeriodBook book,
            Period period,
            Instant now,
            Map<Month, CountyRoll> rolls) {
        BoardState board = book.board(period);
        List<Filed> filed = objections.of(jurisdiction, period);
        CountyRoll roll = rolls.getOrDefault(period.lastMonth(), CountyRoll.NOBODY);
        Blocking blocking = new Blocking(book, county.settings().firstMonth(), county.today(now));
        BoardState.@Nullable Revision latest = board.latest().orElse(null);
        return new Status(
                period,
                jurisdiction,
                state(book, board, period, county.settings().firstMonth()),
                roll.declared(),
                roll.undeclared().size(),
                (int) period.months().stream()
                        .mapToLong(month -> pending.countUndecided(jurisdiction, month))
                        .sum(),
                (int) filed.stream()
                        .filter(objection -> objection.answeredGuard() == null)
                        .count(),
                latest == null ? 0 : latest.number(),
                latest == null ? null : latest.published().at(),
                Blocking.windowEnd(board),
                blocks(jurisdiction, period, board, blocking, filed));
    }

    private List<Block> blocks(
            String jurisdiction, Period period, BoardState board, Blocking blocking, List<Filed> filed) {
        if (period instanceof Month month) {
            List<PendingItem> undecided = pending.undecided(jurisdiction, month, LISTED);
            return blocking.closing(month, undecided);
        }
        if (!board.isPublished()) {
            return blocking.publishing(period);
        }
        return board.isFinal() ? List.of() : blocking.finalising(board, filed);
    }

    private static State state(PeriodBook book, BoardState board, Period period, Month firstMonth) {
        if (board.isFinal()) {
            return State.FINAL;
        }
        if (board.isPublished()) {
            return State.PUBLISHED;
        }
        boolean closed = period.months().stream().allMatch(month -> month.isBefore(firstMonth) || book.isClosed(month))
                && book.isClosed(period.lastMonth());
        return closed ? State.CLOSED : State.OPEN;
    }

    @Override
    public Page<Undeclared> undeclared(String jurisdiction, Month month, PageRequest page) {
        String after = page.after();
        CountyRoll roll = rolls(jurisdiction, List.of(month)).getOrDefault(month, CountyRoll.NOBODY);
        List<Undeclared> rest = roll.undeclared().stream()
                .filter(cadre -> after == null || cadre.cadreId().compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .toList();
        boolean more = rest.size() > page.limit();
        List<Undeclared> part = more ? rest.subList(0, page.limit()) : rest;
        return new Page<>(part, more ? part.getLast().cadreId() : null);
    }

    private Map<Month, CountyRoll> rolls(String jurisdiction, List<Month> months) {
        return CountyRoll.of(register, ledger.active(), declarations, desk.active(), jurisdiction, months);
    }
}
