package org.cadreledger.consequence.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cadreledger.consequence.Consequence.Confirmation;
import org.cadreledger.consequence.Consequence.Handling;
import org.cadreledger.consequence.ConsequenceEvent;
import org.cadreledger.consequence.ConsequenceEvent.ConsequenceHandled;
import org.cadreledger.consequence.ConsequenceEvent.FraudCaseHandled;
import org.cadreledger.consequence.ConsequenceEvent.FraudCaseOpened;
import org.cadreledger.consequence.ConsequenceEvent.PriorityConfirmed;
import org.cadreledger.consequence.Flag;
import org.cadreledger.documents.Projection;
import org.cadreledger.log.Recorded;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** What was done about a cadre's flags and fraud while the cadre belonged to a county. */
public final class FollowUpProjection implements Projection<FollowUpProjection.FollowUp> {
    static final String JURISDICTION = "j";
    static final String CADRE = "cadre";

    public record Confirmed(int year, Confirmation confirmation) {}

    /** @param period the last period in the flag's {@code raisedBy} */
    public record Handled(Flag flag, Period period, Handling handling) {}

    public record Opened(String caseId, String entryId, String reason, String openedBy, Instant openedAt) {}

    public record CaseHandled(String caseId, Handling handling) {}

    public record FollowUp(
            String cadreId,
            List<Confirmed> confirmed,
            List<Handled> handled,
            List<Opened> cases,
            List<CaseHandled> casesHandled) {}

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
        return switch (event) {
            case PriorityConfirmed e ->
                new FollowUp(
                        before.cadreId(),
                        and(
                                before.confirmed(),
                                new Confirmed(e.year(), new Confirmation(recorded.by(), recorded.at(), e.reason()))),
                        before.handled(),
                        before.cases(),
                        before.casesHandled());
            case ConsequenceHandled e ->
                new FollowUp(
                        before.cadreId(),
                        before.confirmed(),
                        and(before.handled(), new Handled(e.flag(), e.period(), handling(e, recorded))),
                        before.cases(),
                        before.casesHandled());
            case FraudCaseOpened e ->
                new FollowUp(
                        before.cadreId(),
                        before.confirmed(),
                        before.handled(),
                        and(
                                before.cases(),
                                new Opened(e.caseId(), e.entryId(), e.reason(), recorded.by(), recorded.at())),
                        before.casesHandled());
            case FraudCaseHandled e ->
                new FollowUp(
                        before.cadreId(),
                        before.confirmed(),
                        before.handled(),
                        before.cases(),
                        and(before.casesHandled(), new CaseHandled(e.caseId(), handling(e, recorded))));
        };
    }

    private static Handling handling(ConsequenceHandled e, Recorded<?> recorded) {
        return new Handling(recorded.by(), recorded.at(), e.on(), e.document(), e.note());
    }

    private static Handling handling(FraudCaseHandled e, Recorded<?> recorded) {
        return new Handling(recorded.by(), recorded.at(), e.on(), e.document(), e.note());
    }

    private static <T> List<T> and(List<T> list, T added) {
        List<T> next = new ArrayList<>(list);
        next.add(added);
        return List.copyOf(next);
    }

    @Override
    public Map<String, Object> fields(String id, FollowUp document) {
        return Map.of(JURISDICTION, Projection.jurisdictionOf(id), CADRE, document.cadreId());
    }
}
