package org.cadreledger.ledger.review;

import org.axonframework.commandhandling.CommandHandler;
import org.cadreledger.access.Command.Done;
import org.cadreledger.access.CommandContext;
import org.cadreledger.ledger.ApproveClaim;
import org.cadreledger.ledger.ApproveClaim.Approved;
import org.cadreledger.ledger.CarryOverClaim;
import org.cadreledger.ledger.CarryOverClaim.CarriedOver;
import org.cadreledger.ledger.RejectClaim;
import org.cadreledger.ledger.ReturnClaim;
import org.cadreledger.ledger.ScoreClaim;
import org.cadreledger.ledger.ScoreClaim.Scored;
import org.cadreledger.ledger.keeping.Books;
import org.springframework.stereotype.Component;

/** Handles what reviewers and approvers decide on claims. */
@Component
public class ReviewDesk {
    private final Books books;

    public ReviewDesk(Books books) {
        this.books = books;
    }

    @CommandHandler
    Scored handle(ScoreClaim c, CommandContext context) {
        return books.onClaim(c.cadreId(), c.claimId(), context, facts -> ReviewRules.score(c, facts));
    }

    @CommandHandler
    Approved handle(ApproveClaim c, CommandContext context) {
        return books.onClaim(c.cadreId(), c.claimId(), context, facts -> ReviewRules.approve(c, facts));
    }

    @CommandHandler
    Done handle(RejectClaim c, CommandContext context) {
        return books.onClaim(c.cadreId(), c.claimId(), context, facts -> ReviewRules.reject(c, facts));
    }

    @CommandHandler
    Done handle(ReturnClaim c, CommandContext context) {
        return books.onClaim(c.cadreId(), c.claimId(), context, facts -> ReviewRules.giveBack(c, facts));
    }

    @CommandHandler
    CarriedOver handle(CarryOverClaim c, CommandContext context) {
        return books.onClaim(c.cadreId(), c.claimId(), context, facts -> ReviewRules.carryOver(c, facts));
    }
}
