package org.cadreledger.jurisdiction.counties;

import java.util.List;
import java.util.Map;
import org.cadreledger.documents.Projection;
import org.cadreledger.jurisdiction.JurisdictionEvent;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;

/** A county's settings and calendar, one document each. */
public final class CountyProjection implements Projection<County> {
    @Override
    public String name() {
        return "counties";
    }

    @Override
    public Class<County> type() {
        return County.class;
    }

    @Override
    public List<List<String>> indexes() {
        return List.of();
    }

    @Override
    public List<String> concerned(Recorded<?> recorded) {
        return recorded.event() instanceof JurisdictionEvent ? List.of(Projection.id(recorded)) : List.of();
    }

    @Override
    public @Nullable County fold(String id, @Nullable County document, Recorded<?> recorded) {
        County county = document == null ? County.NONE : document;
        return recorded.event() instanceof JurisdictionEvent event ? county.evolve(event) : document;
    }

    @Override
    public Map<String, Object> fields(String id, County document) {
        return Map.of();
    }
}
