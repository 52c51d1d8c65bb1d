package org.cadreledger.objection.inbox;

import java.util.List;
import java.util.Map;
import org.cadreledger.documents.Projection;
import org.cadreledger.log.Recorded;
import org.cadreledger.objection.Objection;
import org.cadreledger.period.PeriodEvent;
import org.cadreledger.period.PeriodEvent.ObjectionAnswered;
import org.cadreledger.period.PeriodEvent.ObjectionRaised;
import org.jspecify.annotations.Nullable;

/** One document for each objection: {@code <jurisdiction>/<year>/<objectionId>}. */
public final class ObjectionProjection implements Projection<ObjectionProjection.Filed> {
    static final String JURISDICTION = "j";
    static final String PERIOD = "period";
    static final String STATUS = "status";
    static final String CADRE = "cadre";
    static final String OBJECTION = "objection";
    static final String RAISED = "raised";

    /** @param answeredGuard {@link Recorded#guard()} of the answer; null while open */
    public record Filed(Objection objection, @Nullable Long answeredGuard) {}

    @Override
    public String name() {
        return "objections";
    }

    @Override
    public Class<Filed> type() {
        return Filed.class;
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(
                List.of(JURISDICTION, RAISED),
                List.of(JURISDICTION, PERIOD, RAISED),
                List.of(CADRE, RAISED),
                List.of(JURISDICTION, OBJECTION),
                List.of(RAISED));
    }

    @Override
    public List<String> concerned(Recorded<?> recorded) {
        return switch (recorded.event()) {
            case ObjectionRaised e -> List.of(id(recorded, e, e.objectionId()));
            case ObjectionAnswered e -> List.of(id(recorded, e, e.objectionId()));
            default -> List.of();
        };
    }

    private static String id(Recorded<?> recorded, PeriodEvent event, String objectionId) {
        return Projection.id(recorded, event.period().year(), objectionId);
    }

    @Override
    public @Nullable Filed fold(String id, @Nullable Filed document, Recorded<?> recorded) {
        return switch (recorded.event()) {
            case ObjectionRaised e -> document == null ? raised(e, recorded) : document;
            case ObjectionAnswered e -> document == null ? null : answered(document.objection(), e, recorded);
            default -> document;
        };
    }

    private static Filed raised(ObjectionRaised e, Recorded<?> recorded) {
        return new Filed(
                new Objection(
                        e.jurisdiction(),
                        e.period(),
                        e.objectionId(),
                        e.cadreId(),
                        e.kind(),
                        e.entryId(),
                        e.statement(),
                        e.evidence(),
                        Objection.Status.OPEN,
                        recorded.at(),
                        null),
                null);
    }

    private static Filed answered(Objection open, ObjectionAnswered e, Recorded<?> recorded) {
        return new Filed(
                new Objection(
                        open.jurisdiction(),
                        open.period(),
                        open.objectionId(),
                        open.cadreId(),
                        open.kind(),
                        open.entryId(),
                        open.statement(),
                        open.evidence(),
                        e.upheld() ? Objection.Status.UPHELD : Objection.Status.REJECTED,
                        open.raisedAt(),
                        new Objection.Answer(
                                recorded.by(), recorded.at(), e.answer(), e.reversedEntryId(), e.correctionEntryId())),
                recorded.guard());
    }

    @Override
    public Map<String, Object> fields(String id, Filed document) {
        Objection objection = document.objection();
        return Map.of(
                JURISDICTION, objection.jurisdiction(),
                PERIOD, objection.period().toString(),
                STATUS, objection.status().name(),
                CADRE, objection.cadreId(),
                OBJECTION, objection.objectionId(),
                RAISED, "%015d/%s".formatted(objection.raisedAt().toEpochMilli(), id));
    }
}
