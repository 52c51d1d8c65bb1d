package org.cadreledger.documents;

import java.util.List;
import java.util.Map;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;

/** Documents that no event is folded into: they are computed after a batch and put as they are. */
public record Derived<D>(String name, Class<D> type) implements Projection<D> {
    @Override
    public List<List<String>> indexes() {
        return List.of();
    }

    @Override
    public List<String> concerned(Recorded<?> recorded) {
        return List.of();
    }

    @Override
    public @Nullable D fold(String id, @Nullable D document, Recorded<?> recorded) {
        return document;
    }

    @Override
    public Map<String, Object> fields(String id, D document) {
        return Map.of();
    }
}
