package org.cadreledger.ledger.keeping;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.cadreledger.decisions.Messages;
import org.cadreledger.facts.Streams;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.state.LedgerBook;

/** A cadre's books of one assessment year; stream {@code ledger:<cadreId>:<year>}. The rules stand in the slices. */
@Aggregate
public class CadreLedger {
    @AggregateIdentifier
    private String id = "";

    private LedgerBook book = LedgerBook.empty("", 0);

    /** For Axon, before the events are read. */
    CadreLedger() {}

    CadreLedger(String cadreId, int year) {
        this(LedgerBook.empty(cadreId, year));
    }

    /** One whose events are in the book already. */
    CadreLedger(LedgerBook book) {
        id = Streams.ledger(book.cadreId(), book.year());
        this.book = book;
    }

    LedgerBook book() {
        return book;
    }

    void file(LedgerEvent event, String by, String jurisdiction) {
        apply(event, Messages.metaData(by, jurisdiction));
    }

    @EventSourcingHandler
    void on(LedgerEvent event, DomainEventMessage<LedgerEvent> message) {
        if (id.isEmpty()) {
            id = message.getAggregateIdentifier();
            book = LedgerBook.empty(event.cadreId(), Streams.yearOf(id));
        }
        book = book.evolve(Messages.recorded(message, event));
    }
}
