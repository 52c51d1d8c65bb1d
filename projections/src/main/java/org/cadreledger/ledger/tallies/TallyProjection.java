package org.cadreledger.ledger.tallies;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cadreledger.cadre.CadreEvent.CadreTransferredIn;
import org.cadreledger.documents.Projection;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.tally.Tally;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;

/** One document for each cadre of a county and year: {@code <jurisdiction>/<year>/<cadreId>}. */
public final class TallyProjection implements Projection<Tally> {
    @Override
    public String name() {
        return "tallies";
    }

    /** 2: leaner entries. */
    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<Tally> type() {
        return Tally.class;
    }

    @Override
    public List<List<String>> indexes() {
        return List.of();
    }

    @Override
    public List<String> concerned(Recorded<?> recorded) {
        return switch (recorded.event()) {
            case LedgerEvent event -> ids(recorded, event.cadreId(), Tally.yearsTouchedBy(recorded.with(event)));
            case CadreTransferredIn event -> ids(recorded, event.cadreId(), Tally.yearsTouchedBy(event));
            default -> List.of();
        };
    }

    private static List<String> ids(Recorded<?> recorded, String cadreId, Set<Integer> years) {
        return years.stream()
                .map(year -> Projection.id(recorded, year, cadreId))
                .toList();
    }

    @Override
    public @Nullable Tally fold(String id, @Nullable Tally document, Recorded<?> recorded) {
        Tally before = document == null ? empty(id) : document;
        Tally after = switch (recorded.event()) {
            case LedgerEvent event -> before.evolve(recorded.with(event));
            case CadreTransferredIn event -> before.join(recorded.with(event));
            default -> before;
        };
        return after.entries().isEmpty() ? null : after;
    }

    private static Tally empty(String id) {
        String[] parts = id.split("/", -1);
        return Tally.empty(parts[0], parts[2], Integer.parseInt(parts[1]));
    }

    @Override
    public Map<String, Object> fields(String id, Tally document) {
        return Map.of();
    }
}
