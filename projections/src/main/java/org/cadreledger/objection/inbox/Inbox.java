package org.cadreledger.objection.inbox;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cadreledger.documents.DocumentCollection;
import org.cadreledger.documents.Found;
import org.cadreledger.documents.Pages;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.documents.Selection;
import org.cadreledger.objection.Objection;
import org.cadreledger.objection.Objections;
import org.cadreledger.objection.inbox.ObjectionProjection.Filed;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Period;

/** Objections in the order in which they were raised. */
public final class Inbox implements Objections {
    private final ProjectionGroup group;
    private final ObjectionProjection projection;

    public Inbox(ProjectionGroup group, ObjectionProjection projection) {
        this.group = group;
        this.projection = projection;
    }

    @Override
    public Page<Objection> find(Query query, PageRequest page) {
        Period period = query.period();
        Objection.Status status = query.status();
        Selection selection = Selection.all()
                .and(ObjectionProjection.JURISDICTION, query.jurisdiction())
                .and(ObjectionProjection.PERIOD, period == null ? null : period.toString())
                .and(ObjectionProjection.STATUS, status == null ? null : status.name())
                .and(ObjectionProjection.CADRE, query.cadreId())
                .sortedBy(ObjectionProjection.RAISED);
        return Pages.of(documents(), selection, page, found -> found.body().objection());
    }

    /** Where an id was used in several years, the latest. */
    @Override
    public Optional<Objection> find(String jurisdiction, String objectionId) {
        return documents()
                .find(Selection.where(ObjectionProjection.JURISDICTION, jurisdiction)
                        .and(ObjectionProjection.OBJECTION, objectionId))
                .stream()
                .map(found -> found.body().objection())
                .max(Comparator.comparing(Objection::raisedAt));
    }

    /** All objections against a period's boards. */
    public List<Filed> of(String jurisdiction, Period period) {
        return documents()
                .find(Selection.where(ObjectionProjection.JURISDICTION, jurisdiction)
                        .and(ObjectionProjection.PERIOD, period.toString())
                        .sortedBy(ObjectionProjection.RAISED))
                .stream()
                .map(Found::body)
                .toList();
    }

    private DocumentCollection<Filed> documents() {
        return group.active().of(projection);
    }
}
