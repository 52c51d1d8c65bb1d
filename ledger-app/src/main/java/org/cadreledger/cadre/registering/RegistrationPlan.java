package org.cadreledger.cadre.registering;

import java.util.List;
import org.cadreledger.cadre.CadreEvent;
import org.cadreledger.cadre.RegisterCadre;

/** What a registration comes to. */
record RegistrationPlan(RegisterCadre.Outcome outcome, List<Noted> events) {
    static final RegistrationPlan UNCHANGED = new RegistrationPlan(RegisterCadre.Outcome.UNCHANGED, List.of());

    /** @param jurisdiction the county whose projections take the event */
    record Noted(CadreEvent event, String jurisdiction) {}

    RegistrationPlan {
        events = List.copyOf(events);
    }
}
