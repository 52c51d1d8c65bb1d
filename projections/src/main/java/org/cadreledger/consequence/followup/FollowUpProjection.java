package org.cadreledger.consequence.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cadreledger.consequence.ConsequenceEvent;
import org.cadreledger.consequence.ConsequenceEvent.ConsequenceHandled;
import org.cadreledger.consequence.ConsequenceEvent.FraudCaseHandled;
import org.cadreledger.consequence.ConsequenceEvent.FraudCaseOpened;
import org.cadreledger.consequence.ConsequenceEvent.PriorityConfirmed;
import org.cadreledger.documents.Projection;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;

/** What was done about a cadre's flags and fraud while the cadre belonged to a county. */
public final class FollowUpProjection implements Projection<FollowUpProjection.FollowUp> {
    static final String CADRE = "cadre";

    /** The events themselves, by kind, each in the order of the log. */
    public record FollowUp(
            String cadreId,
            List<Recorded<PriorityConfirmed>> confirmed,
            List<Recorded<ConsequenceHandled>> handled,
            List<Recorded<FraudCaseOpened>> cases,
            List<Recorded<FraudCaseHandled>> casesHandled) {}

    @Override
    public String name() {
        return "followups";
    }

    @Override
    public Class<FollowUp> type() {
        return FollowUp.class;
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of(CADRE));
    }

    @Override
    public List<String> concerned(Recorded<?> recorded) {
        return recorded.event() instanceof ConsequenceEvent event
                ? List.of(Projection.id(recorded, event.cadreId()))
                : List.of();
    }

    @Override
    public @Nullable FollowUp fold(String id, @Nullable FollowUp document, Recorded<?> recorded) {
        if (!(recorded.event() instanceof ConsequenceEvent event)) {
            return document;
        }
        FollowUp before =
                document == null ? new FollowUp(event.cadreId(), List.of(), List.of(), List.of(), List.of()) : document;
        String cadreId = before.cadreId();
        var confirmed = before.confirmed();
        var handled = before.handled();
        var cases = before.cases();
        var casesHandled = before.casesHandled();
        return switch (event) {
            case PriorityConfirmed e ->
                new FollowUp(cadreId, and(confirmed, recorded.with(e)), handled, cases, casesHandled);
            case ConsequenceHandled e ->
                new FollowUp(cadreId, confirmed, and(handled, recorded.with(e)), cases, casesHandled);
            case FraudCaseOpened e ->
                new FollowUp(cadreId, confirmed, handled, and(cases, recorded.with(e)), casesHandled);
            case FraudCaseHandled e ->
                new FollowUp(cadreId, confirmed, handled, cases, and(casesHandled, recorded.with(e)));
        };
    }

    private static <T> List<T> and(List<T> list, T added) {
        List<T> next = new ArrayList<>(list);
        next.add(added);
        return List.copyOf(next);
    }

    @Override
    public Map<String, Object> fields(String id, FollowUp document) {
        return Map.of(CADRE, document.cadreId());
    }
}
