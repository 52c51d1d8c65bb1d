package org.cadreledger.period.keeping;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.cadreledger.access.Actor;
import org.cadreledger.access.CommandContext;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.period.book.BoardState;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Quarter;
import org.cadreledger.time.Year;

/**
 * All that a decision about a county's periods rests on. Immutable.
 *
 * @param county defined
 * @param periods of all its years
 */
public record PeriodFacts(CommandContext context, County county, PeriodBook periods, CatalogueBook catalogues) {

    /** With the aggregate's own state in the place of what was read of its stream. */
    public PeriodFacts with(PeriodBook own) {
        NavigableMap<Month, Long> closings = new TreeMap<>(periods.closings());
        Map<Period, BoardState> boards = new HashMap<>(periods.boards());
        Map<String, PeriodBook.ObjectionState> objections = new HashMap<>(periods.objections());
        closings.putAll(own.closings());
        boards.putAll(own.boards());
        objections.putAll(own.objections());
        return new PeriodFacts(context, county, new PeriodBook(closings, boards, objections), catalogues);
    }

    public Actor actor() {
        return context.actor();
    }

    public String jurisdiction() {
        return county.settings().jurisdiction();
    }

    public Month firstMonth() {
        return county.settings().firstMonth();
    }

    public LocalDate today() {
        return county.today(context.now());
    }

    public BoardState board(Period period) {
        return periods.board(period);
    }

    /** The months of a period that the county keeps books of: those from its first month on. */
    public List<Month> monthsOf(Period period) {
        return period.months().stream()
                .filter(month -> !month.isBefore(firstMonth()))
                .toList();
    }

    /** The period of the same kind before this one, if the county kept books then. */
    public Optional<Period> previous(Period period) {
        if (!period.firstMonth().isAfter(firstMonth())) {
            return Optional.empty();
        }
        Period previous = switch (period) {
            case Month month -> month.previous();
            case Quarter quarter -> quarter.previous();
            case Year year -> new Year(year.year() - 1);
        };
        return Optional.of(previous);
    }

    /** @throws Refusal for a month, which has no board, or a period that ended before the books' first month */
    public void requireBoardPeriod(Period period) {
        if (period instanceof Month) {
            throw Refusal.field("period", "quarter-or-year", period);
        }
        requireKept(period);
    }

    /** @throws Refusal for a period that ended before the books' first month */
    public void requireKept(Period period) {
        if (monthsOf(period).isEmpty()) {
            throw Refusal.field("period", "before-first-month", firstMonth());
        }
    }

    /** @throws Refusal NOT_PUBLISHED */
    public BoardState published(Period period) {
        BoardState board = board(period);
        if (!board.isPublished()) {
            throw Refusal.of(Reason.NOT_PUBLISHED, period);
        }
        return board;
    }
}
