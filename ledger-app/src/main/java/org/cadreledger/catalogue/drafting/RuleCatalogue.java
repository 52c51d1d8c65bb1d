package org.cadreledger.catalogue.drafting;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.cadreledger.catalogue.CatalogueEvent;
import org.cadreledger.catalogue.CatalogueEvent.CatalogueDrafted;
import org.cadreledger.catalogue.CatalogueEvent.CataloguePublished;
import org.cadreledger.facts.Streams;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;

/** All versions of the rule catalogue; one stream for all counties, {@code catalogue}. */
@Aggregate
public class RuleCatalogue {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id = Streams.CATALOGUE;

    private int highest;
    private final Set<Integer> published = new HashSet<>();

    int nextVersion() {
        return highest + 1;
    }

    void draft(CatalogueDrafted draft) {
        apply(draft);
    }

    /** A published version is never edited, nor put in force anew (domain.md "The catalogue"). */
    void requireDraft(int version) {
        if (version < 1 || version > highest) {
            throw Refusal.of(Reason.UNKNOWN_CATALOGUE, version);
        }
        if (published.contains(version)) {
            throw Refusal.of(Reason.CATALOGUE_PUBLISHED, version);
        }
    }

    void publish(CataloguePublished publication) {
        requireDraft(publication.version());
        apply(publication);
    }

    @EventSourcingHandler
    void on(CatalogueEvent event) {
        switch (event) {
            case CatalogueDrafted drafted -> highest = drafted.version();
            case CataloguePublished publication -> published.add(publication.version());
        }
    }
}
