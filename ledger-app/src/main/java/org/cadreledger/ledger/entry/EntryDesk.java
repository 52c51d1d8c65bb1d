package org.cadreledger.ledger.entry;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.cadreledger.access.CommandContext;
import org.cadreledger.consequence.ConsequenceEvent.FraudCaseOpened;
import org.cadreledger.decisions.Decision;
import org.cadreledger.decisions.Messages;
import org.cadreledger.facts.Streams;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.ReverseEntry;
import org.cadreledger.ledger.ReverseEntry.Reversed;
import org.cadreledger.ledger.keeping.Books;
import org.cadreledger.ledger.keeping.LedgerFacts;
import org.cadreledger.ledger.state.LedgerBook;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Handles reversals. */
@Component
public class EntryDesk {
    /** What the store calls the aggregate of a {@code consequence:} stream. */
    private static final String CONSEQUENCES = "CadreConsequences";

    private final Books books;
    private final EventStore log;

    public EntryDesk(Books books, EventStore log) {
        this.books = books;
        this.log = log;
    }

    @CommandHandler
    Reversed handle(ReverseEntry c, CommandContext context) {
        LedgerFacts facts = books.facts(c.cadreId(), context);
        LedgerBook book =
                facts.ledgers().ofEntry(c.entryId()).orElseThrow(() -> Refusal.of(Reason.UNKNOWN_ENTRY, c.entryId()));
        return books.decide(facts, book.year(), known -> {
            Decision<LedgerEvent, Reversed> decision = EntryRules.reverse(c, known);
            String caseId = decision.result().caseId();
            if (caseId != null && !decision.events().isEmpty()) {
                openFraudCase(new FraudCaseOpened(c.cadreId(), caseId, c.entryId(), c.reason()), known);
            }
            return decision;
        });
    }

    /** Appends to the cadre's follow-up in the same commit; another commit there meanwhile makes this one clash. */
    private void openFraudCase(FraudCaseOpened opened, LedgerFacts facts) {
        String stream = Streams.consequence(opened.cadreId());
        long next = log.lastSequenceNumberFor(stream).orElse(-1L) + 1;
        log.publish(new GenericDomainEventMessage<>(
                CONSEQUENCES, stream, next, opened, Messages.metaData(facts.by(), facts.jurisdiction())));
    }
}
