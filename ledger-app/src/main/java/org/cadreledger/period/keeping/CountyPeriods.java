package org.cadreledger.period.keeping;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.cadreledger.decisions.Messages;
import org.cadreledger.facts.Streams;
import org.cadreledger.period.PeriodEvent;
import org.cadreledger.period.book.PeriodBook;

/**
 * A county's periods of one year, with their boards' publications and objections; stream {@code period:<county>:<year>}.
 * The rules stand in the slices.
 */
@Aggregate
public class CountyPeriods {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id = "";

    private PeriodBook book = PeriodBook.EMPTY;

    /** For Axon, before the events are read. */
    CountyPeriods() {}

    CountyPeriods(String jurisdiction, int year) {
        id = Streams.period(jurisdiction, year);
    }

    PeriodBook book() {
        return book;
    }

    void file(PeriodEvent event, String by, String jurisdiction) {
        apply(event, Messages.metaData(by, jurisdiction));
    }

    @EventSourcingHandler
    void on(PeriodEvent event, DomainEventMessage<PeriodEvent> message) {
        id = message.getAggregateIdentifier();
        book = book.evolve(Messages.recorded(message, event));
    }
}
