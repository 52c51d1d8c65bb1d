package org.cadreledger.ledger.pending;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cadreledger.cadre.CadreEvent.CadreTransferredIn;
import org.cadreledger.cadre.CadreEvent.CadreTransferredOut;
import org.cadreledger.documents.Projection;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.PendingItem;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;

/** One document for each claim and department entry that waits for a decision. */
public final class PendingProjection implements Projection<PendingItem> {
    static final String JURISDICTION = "j";
    static final String CLAIM = "claim";
    static final String STATUS = "status";
    static final String MONTH = "month";
    static final String ITEM = "item";
    static final String RULE = "rule";
    static final String MATTER = "matter";

    /** Oldest first. */
    static final String SINCE = "since";

    @Override
    public String name() {
        return "pending";
    }

    @Override
    public Class<PendingItem> type() {
        return PendingItem.class;
    }

    /** 2: found by rule and matter. */
    @Override
    public int version() {
        return 2;
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(
                List.of(CLAIM, SINCE),
                List.of(JURISDICTION, CLAIM, SINCE),
                List.of(JURISDICTION, MONTH, SINCE),
                List.of(ITEM));
    }

    @Override
    public List<String> concerned(Recorded<?> recorded) {
        return switch (recorded.event()) {
            case LedgerEvent event -> {
                String itemId = PendingFold.itemOf(event);
                yield itemId == null ? List.of() : List.of(Projection.id(recorded, event.cadreId(), itemId));
            }
            case CadreTransferredOut event ->
                event.openItems().stream()
                        .map(itemId -> Projection.id(recorded, event.cadreId(), itemId))
                        .toList();
            case CadreTransferredIn event ->
                event.openItems().stream()
                        .map(item -> Projection.id(recorded, event.cadreId(), item.itemId()))
                        .toList();
            default -> List.of();
        };
    }

    @Override
    public @Nullable PendingItem fold(String id, @Nullable PendingItem document, Recorded<?> recorded) {
        return switch (recorded.event()) {
            case LedgerEvent event -> PendingFold.fold(document, recorded.with(event));
            case CadreTransferredOut _ -> null;
            case CadreTransferredIn event ->
                event.openItems().stream()
                        .filter(item -> id.endsWith("/" + item.itemId()))
                        .findFirst()
                        .orElse(null);
            default -> document;
        };
    }

    @Override
    public Map<String, Object> fields(String id, PendingItem document) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(JURISDICTION, Projection.jurisdictionOf(id));
        fields.put(CLAIM, document.claim());
        if (document.status() != null) {
            fields.put(STATUS, document.status().name());
        }
        fields.put(MONTH, document.month().toString());
        fields.put(ITEM, document.cadreId() + "/" + document.itemId());
        if (document.rule() != null) {
            fields.put(RULE, document.rule());
        }
        fields.put(MATTER, document.matter());
        fields.put(SINCE, since(document.since(), id));
        return fields;
    }

    /** A sort key; without an id before all of the same moment. */
    static String since(Instant moment, String id) {
        return "%015d/%s".formatted(moment.toEpochMilli(), id);
    }

    /** Back from the sort key, to the millisecond. */
    static Instant moment(String since) {
        return Instant.ofEpochMilli(Long.parseLong(since.substring(0, since.indexOf('/'))));
    }
}
