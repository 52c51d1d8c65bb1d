package org.cadreledger.period.publishing;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.ConcurrencyException;
import org.cadreledger.access.Command.Done;
import org.cadreledger.access.CommandContext;
import org.cadreledger.board.Board;
import org.cadreledger.board.Boards;
import org.cadreledger.board.Designation;
import org.cadreledger.period.DesignateTied;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.period.PublishBoard;
import org.cadreledger.period.PublishBoard.Published;
import org.cadreledger.period.ReviseBoard;
import org.cadreledger.period.SealBoard;
import org.cadreledger.period.keeping.CaughtUp;
import org.cadreledger.period.keeping.CountyBooks;
import org.cadreledger.period.keeping.PeriodFacts;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Handles what publishers do with boards. */
@Component
@EnableConfigurationProperties(BoardDefaults.class)
public class PublishingDesk {
    private final CountyBooks books;
    private final BoardDefaults defaults;
    private final CaughtUp caughtUp;
    private final ObjectProvider<Boards> boards;

    public PublishingDesk(CountyBooks books, BoardDefaults defaults, CaughtUp caughtUp, ObjectProvider<Boards> boards) {
        this.books = books;
        this.defaults = defaults;
        this.caughtUp = caughtUp;
        this.boards = boards;
    }

    @CommandHandler
    Published handle(PublishBoard c, CommandContext context) {
        PeriodFacts facts = books.staffFacts(c.jurisdiction(), context);
        return books.decide(facts, c.period().year(), known -> PublishingRules.publish(c, defaults, known));
    }

    @CommandHandler
    Published handle(ReviseBoard c, CommandContext context) {
        PeriodFacts facts = books.staffFacts(c.jurisdiction(), context);
        return books.decide(facts, c.period().year(), known -> PublishingRules.revise(c, defaults, known));
    }

    @CommandHandler
    Published handle(DesignateTied c, CommandContext context) {
        PeriodFacts facts = books.staffFacts(c.jurisdiction(), context);
        facts.requireBoardPeriod(c.period());
        BoardPublished latest = PublishingRules.latest(facts.published(c.period()));
        caughtUp.await();
        Board board = boards.getObject()
                .find(c.jurisdiction(), c.period(), c.category(), null)
                .filter(found -> found.revision() == latest.revision())
                .orElseThrow(() -> Refusal.of(Reason.NOT_YET_VISIBLE));
        TiedAtCut.of(board, c, latest.settings()).require(c.cadreIds());
        Designation designation = new Designation(c.category(), c.group(), c.list(), c.cadreIds(), c.reason());
        return books.decide(facts, c.period().year(), known -> {
            if (PublishingRules.latest(known.published(c.period())).revision() != latest.revision()) {
                throw new ConcurrencyException("another revision of " + c.period() + " was published meanwhile");
            }
            return PublishingRules.designate(c.period(), designation, known);
        });
    }

    @CommandHandler
    Done handle(SealBoard c, CommandContext context) {
        PeriodFacts facts = books.staffFacts(c.jurisdiction(), context);
        return books.decide(facts, c.period().year(), known -> PublishingRules.seal(c, known));
    }
}
