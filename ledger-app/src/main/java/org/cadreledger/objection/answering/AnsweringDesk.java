package org.cadreledger.objection.answering;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.ConcurrencyException;
import org.cadreledger.access.Command.Done;
import org.cadreledger.access.CommandContext;
import org.cadreledger.decisions.Decision;
import org.cadreledger.decisions.Decision.Filed;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.keeping.Books;
import org.cadreledger.ledger.keeping.LedgerFacts;
import org.cadreledger.ledger.state.LedgerBook;
import org.cadreledger.objection.AnswerObjection;
import org.cadreledger.objection.AnswerObjection.Answered;
import org.cadreledger.period.keeping.CountyBooks;
import org.cadreledger.period.keeping.PeriodFacts;
import org.springframework.stereotype.Component;

/** Handles answers: the period's stream and the cadre's books in one commit. */
@Component
public class AnsweringDesk {
    private final CountyBooks counties;
    private final Books books;

    public AnsweringDesk(CountyBooks counties, Books books) {
        this.counties = counties;
        this.books = books;
    }

    /** Books before periods, years in order: aggregates are always loaded in the order of their ids. */
    @CommandHandler
    Answered handle(AnswerObjection c, CommandContext context) {
        PeriodFacts facts = counties.staffFacts(c.jurisdiction(), context);
        String cadreId = AnsweringRules.objection(c, facts).raised().event().cadreId();
        LedgerFacts ledger = books.facts(cadreId, context);
        Settlement settlement = AnsweringRules.settle(c, ledger, facts);
        settlement.changes().forEach((year, events) -> change(ledger, year, events));
        return counties.decide(facts, c.period().year(), known -> {
            if (!AnsweringRules.objection(c, known).equals(AnsweringRules.objection(c, facts))) {
                throw new ConcurrencyException("the objection " + c.objectionId() + " was answered meanwhile");
            }
            return settlement.answer();
        });
    }

    private void change(LedgerFacts ledger, int year, List<Filed<LedgerEvent>> events) {
        LedgerBook read = book(ledger, year);
        books.decide(ledger, year, known -> {
            if (!book(known, year).equals(read) || !known.counties().equals(ledger.counties())) {
                throw new ConcurrencyException("the books of " + ledger.cadreId() + " were written to meanwhile");
            }
            return new Decision<>(Done.DONE, events);
        });
    }

    private static LedgerBook book(LedgerFacts facts, int year) {
        return facts.ledgers().books().getOrDefault(year, LedgerBook.empty(facts.cadreId(), year));
    }
}
