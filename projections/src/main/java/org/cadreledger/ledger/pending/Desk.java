package org.cadreledger.ledger.pending;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.cadreledger.cadre.listing.Rosters;
import org.cadreledger.documents.DocumentCollection;
import org.cadreledger.documents.Found;
import org.cadreledger.documents.Pages;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.documents.Selection;
import org.cadreledger.ledger.ClaimStatus;
import org.cadreledger.ledger.PendingItem;
import org.cadreledger.ledger.PendingItems;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** What waits for a decision, oldest first. */
public final class Desk implements PendingItems {
    private static final List<String> WAITING = List.of(PendingProjection.STATUS, PendingProjection.SINCE);

    private final ProjectionGroup group;
    private final PendingProjection pending;
    private final Rosters rosters;
    private final Supplier<Set<String>> counties;

    /** @param counties every county there is */
    public Desk(ProjectionGroup group, PendingProjection pending, Rosters rosters, Supplier<Set<String>> counties) {
        this.group = group;
        this.pending = pending;
        this.rosters = rosters;
        this.counties = counties;
    }

    @Override
    public Page<PendingItem> find(Query query, PageRequest page) {
        ClaimStatus status = query.status();
        Month month = query.month();
        Selection selection = Selection.where(PendingProjection.CLAIM, query.claims())
                .and(PendingProjection.JURISDICTION, query.jurisdiction())
                .and(PendingProjection.STATUS, status == null ? null : status.name())
                .and(PendingProjection.MONTH, month == null ? null : month.toString())
                .sortedBy(PendingProjection.SINCE);
        return Pages.of(documents(), selection, page, Found::body);
    }

    @Override
    public long countUndecided(String jurisdiction, Month month) {
        return documents().count(ofMonth(jurisdiction, month));
    }

    /** The undecided of a month, oldest first; at most {@code limit}. */
    public List<PendingItem> undecided(String jurisdiction, Month month, int limit) {
        return documents()
                .find(ofMonth(jurisdiction, month)
                        .sortedBy(PendingProjection.SINCE)
                        .limit(limit))
                .stream()
                .map(Found::body)
                .toList();
    }

    @Override
    public Optional<PendingItem> find(String cadreId, String itemId) {
        return documents().find(Selection.where(PendingProjection.ITEM, cadreId + "/" + itemId)).stream()
                .map(Found::body)
                .findFirst();
    }

    @Override
    public DeskView desk(@Nullable String jurisdiction, Filter filter, PageRequest page) {
        Set<String> looked = jurisdiction == null ? counties.get() : Set.of(jurisdiction);
        return DeskLook.at(documents(), looked, rosters, filter, page);
    }

    @Override
    public Map<DeskState, Waiting> waiting(String jurisdiction) {
        Map<DeskState, Waiting> waiting = new EnumMap<>(DeskState.class);
        documents().texts(jurisdiction, "", WAITING).forEach((id, fields) -> {
            Instant since = PendingProjection.moment(Objects.requireNonNull(fields.get(PendingProjection.SINCE)));
            waiting.merge(
                    DeskLook.state(fields),
                    new Waiting(1, since),
                    (all, one) -> new Waiting(
                            all.number() + 1, one.oldest().isBefore(all.oldest()) ? one.oldest() : all.oldest()));
        });
        return waiting;
    }

    private static Selection ofMonth(String jurisdiction, Month month) {
        return Selection.where(PendingProjection.JURISDICTION, jurisdiction)
                .and(PendingProjection.MONTH, month.toString());
    }

    private DocumentCollection<PendingItem> documents() {
        return group.active().of(pending);
    }
}
