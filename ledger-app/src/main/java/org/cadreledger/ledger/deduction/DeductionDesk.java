package org.cadreledger.ledger.deduction;

import org.axonframework.commandhandling.CommandHandler;
import org.cadreledger.access.Command.Done;
import org.cadreledger.access.CommandContext;
import org.cadreledger.ledger.ApplyBaseDeduction;
import org.cadreledger.ledger.ApplyDeduction;
import org.cadreledger.ledger.ApplyDeduction.Applied;
import org.cadreledger.ledger.AwardBonus;
import org.cadreledger.ledger.CarryOverClaim.CarriedOver;
import org.cadreledger.ledger.CarryOverDeduction;
import org.cadreledger.ledger.ConfirmDeduction;
import org.cadreledger.ledger.ConfirmDeduction.Confirmed;
import org.cadreledger.ledger.DismissDeduction;
import org.cadreledger.ledger.keeping.Books;
import org.cadreledger.ledger.keeping.LedgerFacts;
import org.springframework.stereotype.Component;

/** Handles what the department enters, confirms and dismisses. */
@Component
public class DeductionDesk {
    private final Books books;

    public DeductionDesk(Books books) {
        this.books = books;
    }

    @CommandHandler
    Applied handle(ApplyDeduction c, CommandContext context) {
        return enter(EntryForm.of(c), context);
    }

    @CommandHandler
    Applied handle(ApplyBaseDeduction c, CommandContext context) {
        return enter(EntryForm.of(c), context);
    }

    @CommandHandler
    Applied handle(AwardBonus c, CommandContext context) {
        return enter(EntryForm.of(c), context);
    }

    private Applied enter(EntryForm form, CommandContext context) {
        LedgerFacts facts = books.facts(form.cadreId(), context);
        int year = facts.ledgers()
                .ofDeduction(DeductionRules.idOf(form, facts))
                .map(book -> book.year())
                .orElse(form.month().year());
        return books.decide(facts, year, known -> DeductionRules.enter(form, known));
    }

    @CommandHandler
    Confirmed handle(ConfirmDeduction c, CommandContext context) {
        return books.onDeduction(c.cadreId(), c.deductionId(), context, facts -> DeductionRules.confirm(c, facts));
    }

    @CommandHandler
    Done handle(DismissDeduction c, CommandContext context) {
        return books.onDeduction(c.cadreId(), c.deductionId(), context, facts -> DeductionRules.dismiss(c, facts));
    }

    @CommandHandler
    CarriedOver handle(CarryOverDeduction c, CommandContext context) {
        return books.onDeduction(c.cadreId(), c.deductionId(), context, facts -> DeductionRules.carryOver(c, facts));
    }
}
