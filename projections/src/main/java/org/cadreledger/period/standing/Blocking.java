package org.cadreledger.period.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cadreledger.ledger.PendingItem;
import org.cadreledger.objection.Objection;
import org.cadreledger.objection.inbox.ObjectionProjection.Filed;
import org.cadreledger.period.Periods.Block;
import org.cadreledger.period.book.BoardState;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Quarter;
import org.cadreledger.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the way of a period's next step (domain.md "Cycle").
 *
 * @param firstMonth where the books start
 * @param today in the county's zone
 */
record Blocking(PeriodBook book, Month firstMonth, LocalDate today) {

    /** A month can be closed once it has ended, after the month before, with nothing undecided. */
    List<Block> closing(Month month, List<PendingItem> undecided) {
        List<Block> blocks = new ArrayList<>();
        if (book.isClosed(month)) {
            return blocks;
        }
        if (month.isBefore(firstMonth)) {
            blocks.add(new Block("BEFORE_FIRST_MONTH", null, firstMonth.toString()));
        }
        if (!today.isAfter(month.lastDay())) {
            blocks.add(new Block("MONTH_NOT_ENDED", null, null));
        }
        Month earliest = book.earliestOpen(firstMonth);
        if (earliest.isBefore(month)) {
            blocks.add(new Block("EARLIER_MONTH_OPEN", null, earliest.toString()));
        }
        for (PendingItem item : undecided) {
            String kind = item.claim() ? "UNDECIDED_CLAIM" : "UNCONFIRMED_DEDUCTION";
            blocks.add(new Block(kind, item.cadreId(), item.itemId()));
        }
        return blocks;
    }

    /** A quarter needs its months closed and the quarter before published; a year its quarters final and the year before published. */
    List<Block> publishing(Period period) {
        List<Block> blocks = new ArrayList<>();
        switch (period) {
            case Month _ -> {}
            case Quarter quarter -> {
                quarter.months().stream()
                        .filter(month -> inBooks(month) && !book.isClosed(month))
                        .forEach(month -> blocks.add(new Block("MONTHS_OPEN", null, month.toString())));
                unpublished(quarter.previous(), "EARLIER_QUARTER_UNPUBLISHED", blocks);
            }
            case Year year -> {
                year.quarters().stream()
                        .filter(quarter -> inBooks(quarter.lastMonth())
                                && !book.board(quarter).isFinal())
                        .forEach(quarter -> blocks.add(new Block("QUARTERS_NOT_FINAL", null, quarter.toString())));
                if (year.year() > firstMonth.year()) {
                    unpublished(new Year(year.year() - 1), "EARLIER_YEAR_UNPUBLISHED", blocks);
                }
            }
        }
        return blocks;
    }

    private void unpublished(Period before, String kind, List<Block> blocks) {
        if (inBooks(before.lastMonth()) && !book.board(before).isPublished()) {
            blocks.add(new Block(kind, null, before.toString()));
        }
    }

    private boolean inBooks(Month month) {
        return !month.isBefore(firstMonth);
    }

    /** Final when the window has passed, every objection is answered and every upheld one is in a revision. */
    List<Block> finalising(BoardState board, List<Filed> objections) {
        List<Block> blocks = new ArrayList<>();
        LocalDate until = windowEnd(board);
        if (until != null && !today.isAfter(until)) {
            blocks.add(new Block("WINDOW_OPEN", null, until.toString()));
        }
        long revised = board.revisions().getLast().published().guard();
        for (Filed filed : objections) {
            Objection objection = filed.objection();
            Long answered = filed.answeredGuard();
            if (answered == null) {
                blocks.add(new Block("OBJECTION_OPEN", objection.cadreId(), objection.objectionId()));
            } else if (objection.status() == Objection.Status.UPHELD && answered > revised) {
                blocks.add(new Block("REVISION_NEEDED", objection.cadreId(), objection.objectionId()));
            }
        }
        return blocks;
    }

    /** Of the latest revision that changed a row, or whose changes are not known yet. */
    static @Nullable LocalDate windowEnd(BoardState board) {
        for (BoardState.Revision revision : board.revisions().reversed()) {
            var sealed = revision.sealed();
            if (sealed == null || sealed.changedRows() > 0 || revision.number() == 1) {
                return revision.published().event().objectionsUntil();
            }
        }
        return null;
    }
}
