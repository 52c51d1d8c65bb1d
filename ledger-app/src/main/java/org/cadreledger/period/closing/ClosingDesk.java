package org.cadreledger.period.closing;

import org.axonframework.commandhandling.CommandHandler;
import org.cadreledger.access.Command.Done;
import org.cadreledger.access.CommandContext;
import org.cadreledger.ledger.PendingItems;
import org.cadreledger.period.CloseMonth;
import org.cadreledger.period.keeping.CaughtUp;
import org.cadreledger.period.keeping.CountyBooks;
import org.cadreledger.period.keeping.PeriodFacts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Handles the closing of months. */
@Component
public class ClosingDesk {
    private final CountyBooks books;
    private final CaughtUp caughtUp;
    private final ObjectProvider<PendingItems> pending;

    public ClosingDesk(CountyBooks books, CaughtUp caughtUp, ObjectProvider<PendingItems> pending) {
        this.books = books;
        this.caughtUp = caughtUp;
        this.pending = pending;
    }

    /** What slips in between the count and the commit is settled by the log's order: it counts in the next open month. */
    @CommandHandler
    Done handle(CloseMonth c, CommandContext context) {
        PeriodFacts facts = books.staffFacts(c.jurisdiction(), context);
        ClosingOrder.require(c.month(), facts);
        caughtUp.await();
        long undecided = pending.getObject().countUndecided(c.jurisdiction(), c.month());
        return books.decide(facts, c.month().year(), known -> ClosingOrder.close(c, undecided, known));
    }
}
