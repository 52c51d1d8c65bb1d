package org.cadreledger.period.finalising;

import org.axonframework.commandhandling.CommandHandler;
import org.cadreledger.access.Command.Done;
import org.cadreledger.access.CommandContext;
import org.cadreledger.period.FinalisePeriod;
import org.cadreledger.period.keeping.CountyBooks;
import org.cadreledger.period.keeping.PeriodFacts;
import org.springframework.stereotype.Component;

/** Handles the finalising of quarters and years. */
@Component
public class FinalisingDesk {
    private final CountyBooks books;

    public FinalisingDesk(CountyBooks books) {
        this.books = books;
    }

    @CommandHandler
    Done handle(FinalisePeriod c, CommandContext context) {
        PeriodFacts facts = books.staffFacts(c.jurisdiction(), context);
        return books.decide(facts, c.period().year(), known -> FinalisingRules.finalise(c, known));
    }
}
