package org.cadreledger.period.closing;

import org.cadreledger.access.Command.Done;
import org.cadreledger.decisions.Decision;
import org.cadreledger.period.CloseMonth;
import org.cadreledger.period.PeriodEvent;
import org.cadreledger.period.PeriodEvent.MonthClosed;
import org.cadreledger.period.keeping.PeriodFacts;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;

/** When a month's books may be closed (domain.md "Cycle", 1 and 3). Pure. */
final class ClosingOrder {
    private ClosingOrder() {}

    /**
     * A month after the month before, once it has ended in the county's zone.
     *
     * @throws Refusal when it may not be closed, whatever is undecided
     */
    static void require(Month month, PeriodFacts facts) {
        facts.requireKept(month);
        if (facts.periods().isClosed(month)) {
            throw Refusal.of(Reason.PERIOD_ALREADY_CLOSED, month);
        }
        if (!facts.today().isAfter(month.lastDay())) {
            throw Refusal.of(Reason.PERIOD_NOT_ENDED, month);
        }
        Month due = facts.periods().earliestOpen(facts.firstMonth());
        if (!due.equals(month)) {
            throw Refusal.of(Reason.PERIOD_ORDER, month, due);
        }
    }

    /** @param undecided open claims and unconfirmed department entries of the month; each may be carried over first */
    static Decision<PeriodEvent, Done> close(CloseMonth c, long undecided, PeriodFacts facts) {
        require(c.month(), facts);
        if (undecided > 0) {
            throw Refusal.of(Reason.CLOSING_BLOCKED, c.month(), undecided);
        }
        return Decision.of(Done.DONE, c.jurisdiction(), new MonthClosed(c.jurisdiction(), c.month(), c.document()));
    }
}
