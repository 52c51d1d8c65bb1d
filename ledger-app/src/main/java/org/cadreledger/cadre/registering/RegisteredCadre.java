package org.cadreledger.cadre.registering;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.cadreledger.cadre.CadreEvent;
import org.cadreledger.facts.Streams;

/** What the register says of a cadre; stream {@code cadre:<id>}. Its state for decisions is the shared fold CadreFile. */
@Aggregate
public class RegisteredCadre {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id = "";

    /** For Axon, before the events are read. */
    RegisteredCadre() {}

    RegisteredCadre(String cadreId) {
        id = Streams.cadre(cadreId);
    }

    /** @param jurisdiction the county whose projections take the event */
    void note(CadreEvent event, String jurisdiction) {
        apply(event, MetaData.with("jurisdiction", jurisdiction));
    }

    @EventSourcingHandler
    void on(CadreEvent event) {
        id = Streams.cadre(event.cadreId());
    }
}
