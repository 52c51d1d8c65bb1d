package org.cadreledger.ledger.claim;

import org.axonframework.commandhandling.CommandHandler;
import org.cadreledger.access.Command.Done;
import org.cadreledger.access.CommandContext;
import org.cadreledger.ledger.ChangeClaim;
import org.cadreledger.ledger.ClaimBonus;
import org.cadreledger.ledger.ClaimBonus.Claimed;
import org.cadreledger.ledger.DeclareMonth;
import org.cadreledger.ledger.WithdrawClaim;
import org.cadreledger.ledger.keeping.Books;
import org.cadreledger.ledger.keeping.LedgerFacts;
import org.springframework.stereotype.Component;

/** Handles what cadres and unit clerks say. */
@Component
public class ClaimDesk {
    private final Books books;

    public ClaimDesk(Books books) {
        this.books = books;
    }

    /** A claim lives in the books of the year that it is first declared for; a repeat in those where it is already. */
    @CommandHandler
    Claimed handle(ClaimBonus command, CommandContext context) {
        LedgerFacts facts = books.facts(command.cadreId(), context);
        int year = facts.ledgers()
                .ofClaim(ClaimRules.idOf(command, facts))
                .map(book -> book.year())
                .orElse(command.month().year());
        return books.decide(facts, year, known -> ClaimRules.claim(command, known));
    }

    @CommandHandler
    Claimed handle(ChangeClaim command, CommandContext context) {
        return books.onClaim(command.cadreId(), command.claimId(), context, known -> ClaimRules.change(command, known));
    }

    @CommandHandler
    Done handle(WithdrawClaim command, CommandContext context) {
        return books.onClaim(
                command.cadreId(), command.claimId(), context, known -> ClaimRules.withdraw(command, known));
    }

    @CommandHandler
    Done handle(DeclareMonth command, CommandContext context) {
        LedgerFacts facts = books.facts(command.cadreId(), context);
        return books.decide(facts, command.month().year(), known -> ClaimRules.declare(command, known));
    }
}
