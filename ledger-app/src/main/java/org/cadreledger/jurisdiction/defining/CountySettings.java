package org.cadreledger.jurisdiction.defining;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.cadreledger.facts.Streams;
import org.cadreledger.jurisdiction.JurisdictionEvent;
import org.cadreledger.jurisdiction.settings.County;

/** A county's settings and calendar; stream {@code jurisdiction:<code>}. */
@Aggregate
public class CountySettings {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id = "";

    private County county = County.NONE;

    /** For Axon, before the events are read. */
    CountySettings() {}

    CountySettings(String jurisdiction) {
        id = Streams.jurisdiction(jurisdiction);
    }

    County county() {
        return county;
    }

    /** Writes what differs from the last state; an unchanged repeat leaves no trace. */
    void note(JurisdictionEvent event) {
        if (!county.evolve(event).equals(county)) {
            apply(event, MetaData.with("jurisdiction", event.jurisdiction()));
        }
    }

    @EventSourcingHandler
    void on(JurisdictionEvent event) {
        id = Streams.jurisdiction(event.jurisdiction());
        county = county.evolve(event);
    }
}
