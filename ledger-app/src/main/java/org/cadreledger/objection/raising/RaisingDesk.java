package org.cadreledger.objection.raising;

import org.axonframework.commandhandling.CommandHandler;
import org.cadreledger.access.CommandContext;
import org.cadreledger.ledger.keeping.Books;
import org.cadreledger.ledger.keeping.FourEyes;
import org.cadreledger.ledger.keeping.LedgerFacts;
import org.cadreledger.objection.RaiseObjection;
import org.cadreledger.objection.RaiseObjection.Raised;
import org.cadreledger.period.keeping.CountyBooks;
import org.cadreledger.period.keeping.PeriodFacts;
import org.springframework.stereotype.Component;

/** Handles what cadres raise. */
@Component
public class RaisingDesk {
    private final CountyBooks counties;
    private final Books books;

    public RaisingDesk(CountyBooks counties, Books books) {
        this.counties = counties;
        this.books = books;
    }

    @CommandHandler
    Raised handle(RaiseObjection c, CommandContext context) {
        FourEyes.requireSelf(context.actor(), c.cadreId());
        LedgerFacts ledger = books.facts(c.cadreId(), context);
        PeriodFacts facts = counties.facts(RaisingRules.countyOf(c.period(), ledger), context);
        return counties.decide(facts, c.period().year(), known -> RaisingRules.raise(c, ledger, known));
    }
}
