package org.cadreledger.wiring;

import java.util.List;
import org.cadreledger.cadre.CadreEvent;
import org.cadreledger.catalogue.CatalogueEvent;
import org.cadreledger.consequence.ConsequenceEvent;
import org.cadreledger.jurisdiction.JurisdictionEvent;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.period.PeriodEvent;
import org.cadreledger.store.EventTypesSource;
import org.cadreledger.store.Upcaster;
import org.springframework.stereotype.Component;

/** All events that the log may hold. */
@Component
public final class DomainEvents implements EventTypesSource {
    public static final List<Class<?>> ROOTS = List.of(
            CadreEvent.class,
            CatalogueEvent.class,
            JurisdictionEvent.class,
            LedgerEvent.class,
            PeriodEvent.class,
            ConsequenceEvent.class);

    @Override
    public List<Class<?>> eventRoots() {
        return ROOTS;
    }

    @Override
    public List<Upcaster> upcasters() {
        return List.of();
    }
}
