package org.cadreledger.period.standing;

import java.util.List;
import java.util.Map;
import org.cadreledger.documents.Projection;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent;
import org.cadreledger.period.PeriodEvent.ObjectionAnswered;
import org.cadreledger.period.PeriodEvent.ObjectionRaised;
import org.cadreledger.period.book.PeriodBook;
import org.jspecify.annotations.Nullable;

/** The closings and boards of a county over all years, one document; objections have documents of their own. */
public final class PeriodProjection implements Projection<PeriodBook> {
    @Override
    public String name() {
        return "periods";
    }

    @Override
    public Class<PeriodBook> type() {
        return PeriodBook.class;
    }

    @Override
    public List<List<String>> indexes() {
        return List.of();
    }

    @Override
    public List<String> concerned(Recorded<?> recorded) {
        return switch (recorded.event()) {
            case ObjectionRaised _, ObjectionAnswered _ -> List.of();
            case PeriodEvent _ -> List.of(Projection.id(recorded));
            default -> List.of();
        };
    }

    @Override
    public @Nullable PeriodBook fold(String id, @Nullable PeriodBook document, Recorded<?> recorded) {
        PeriodBook book = document == null ? PeriodBook.EMPTY : document;
        return recorded.event() instanceof PeriodEvent event ? book.evolve(recorded.with(event)) : document;
    }

    @Override
    public Map<String, Object> fields(String id, PeriodBook document) {
        return Map.of();
    }
}
