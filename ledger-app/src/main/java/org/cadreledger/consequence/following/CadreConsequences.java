package org.cadreledger.consequence.following;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.cadreledger.consequence.ConsequenceEvent;
import org.cadreledger.consequence.ConsequenceEvent.ConsequenceHandled;
import org.cadreledger.consequence.ConsequenceEvent.FraudCaseHandled;
import org.cadreledger.consequence.ConsequenceEvent.FraudCaseOpened;
import org.cadreledger.consequence.ConsequenceEvent.PriorityConfirmed;
import org.cadreledger.consequence.Flag;
import org.cadreledger.facts.Streams;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** What is done about a cadre's flags and fraud cases; stream {@code consequence:<cadreId>}. */
@Aggregate
public class CadreConsequences {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id = "";

    private final Map<Integer, PriorityConfirmed> confirmed = new HashMap<>();
    private final Map<Handled, ConsequenceHandled> handled = new HashMap<>();
    private final Map<String, FraudCase> cases = new HashMap<>();

    private record Handled(Flag flag, Period period) {}

    private record FraudCase(String jurisdiction, @Nullable FraudCaseHandled handling) {}

    /** For Axon, before the events are read. */
    CadreConsequences() {}

    CadreConsequences(String cadreId) {
        id = Streams.consequence(cadreId);
    }

    /** In the commit that reverses an entry as fraud (domain.md "Consequences"). */
    public void openFraudCase(FraudCaseOpened opened, String jurisdiction) {
        if (!cases.containsKey(opened.caseId())) {
            apply(opened, MetaData.with("jurisdiction", jurisdiction));
        }
    }

    /** @return true for a repeat; @throws Refusal when it was confirmed with another reason */
    boolean repeats(PriorityConfirmed confirmation) {
        return repeats(confirmed.get(confirmation.year()), confirmation);
    }

    /** @return true for a repeat; @throws Refusal when it was handled otherwise */
    boolean repeats(ConsequenceHandled handling) {
        return repeats(handled.get(new Handled(handling.flag(), handling.period())), handling);
    }

    /** @return true for a repeat; @throws Refusal when it was handled otherwise */
    boolean repeats(FraudCaseHandled handling) {
        FraudCase fraudCase = cases.get(handling.caseId());
        return fraudCase != null && repeats(fraudCase.handling(), handling);
    }

    /** The county that the case belongs to. */
    Optional<String> countyOfCase(String caseId) {
        return Optional.ofNullable(cases.get(caseId)).map(FraudCase::jurisdiction);
    }

    void note(ConsequenceEvent event, String jurisdiction) {
        apply(event, MetaData.with("jurisdiction", jurisdiction));
    }

    private static <T> boolean repeats(@Nullable T before, T now) {
        if (before != null && !before.equals(now)) {
            throw Refusal.of(Reason.WRONG_STATE);
        }
        return before != null;
    }

    @EventSourcingHandler
    void on(ConsequenceEvent event, @MetaDataValue("jurisdiction") String jurisdiction) {
        id = Streams.consequence(event.cadreId());
        switch (event) {
            case PriorityConfirmed e -> confirmed.put(e.year(), e);
            case ConsequenceHandled e -> handled.put(new Handled(e.flag(), e.period()), e);
            case FraudCaseOpened e -> cases.put(e.caseId(), new FraudCase(jurisdiction, null));
            case FraudCaseHandled e ->
                cases.computeIfPresent(e.caseId(), (_, known) -> new FraudCase(known.jurisdiction(), e));
        }
    }
}
