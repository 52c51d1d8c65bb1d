package org.cadreledger.period.finalising;

import java.time.LocalDate;
import java.util.Optional;
import org.cadreledger.access.Command.Done;
import org.cadreledger.decisions.Decision;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.FinalisePeriod;
import org.cadreledger.period.PeriodEvent;
import org.cadreledger.period.PeriodEvent.BoardSealed;
import org.cadreledger.period.PeriodEvent.ObjectionAnswered;
import org.cadreledger.period.PeriodEvent.PeriodFinalised;
import org.cadreledger.period.book.BoardState;
import org.cadreledger.period.keeping.PeriodFacts;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** When a published quarter or year may be made final (domain.md "Cycle", 2 and 3). Pure. */
final class FinalisingRules {
    private FinalisingRules() {}

    static Decision<PeriodEvent, Done> finalise(FinalisePeriod c, PeriodFacts facts) {
        Period period = c.period();
        facts.requireBoardPeriod(period);
        BoardState board = facts.published(period);
        if (board.isFinal()) {
            throw Refusal.of(Reason.ALREADY_FINAL, period);
        }
        Optional<Period> previous = facts.previous(period);
        if (previous.isPresent() && !facts.board(previous.get()).isFinal()) {
            throw Refusal.of(Reason.PERIOD_ORDER, period, previous.get());
        }
        requireWindowPassed(board, facts);
        requireObjectionsSettled(period, board, facts);
        return Decision.of(Done.DONE, c.jurisdiction(), new PeriodFinalised(c.jurisdiction(), period, c.document()));
    }

    private static void requireWindowPassed(BoardState board, PeriodFacts facts) {
        LocalDate until = windowEnd(board);
        if (until != null && !facts.today().isAfter(until)) {
            throw Refusal.of(Reason.WINDOW_OPEN, until);
        }
    }

    /**
     * Last day of the window, which the first revision opens and every later one restarts that changed a row. One that
     * is still being computed may have.
     */
    static @Nullable LocalDate windowEnd(BoardState board) {
        for (BoardState.Revision revision : board.revisions().reversed()) {
            BoardSealed sealed = revision.sealed();
            if (revision.number() == 1 || sealed == null || sealed.changedRows() > 0) {
                return revision.published().event().objectionsUntil();
            }
        }
        return null;
    }

    /** Every objection is answered, and every upheld one is in a later revision. */
    private static void requireObjectionsSettled(Period period, BoardState board, PeriodFacts facts) {
        if (facts.periods().objectionsOf(period).anyMatch(objection -> objection.answered() == null)) {
            throw Refusal.of(Reason.OBJECTIONS_OPEN, period);
        }
        long published = board.latest().orElseThrow().published().guard();
        boolean behind = facts.periods().objectionsOf(period).anyMatch(objection -> {
            Recorded<ObjectionAnswered> answered = objection.answered();
            return answered != null && answered.event().upheld() && answered.guard() > published;
        });
        if (behind) {
            throw Refusal.of(Reason.REVISION_NEEDED, period);
        }
    }
}
