package org.cadreledger.objection;

import java.util.Optional;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** The objections inbox. */
public interface Objections {
    /** @param cadreId only those of this cadre; null for all */
    record Query(
            @Nullable String jurisdiction,
            @Nullable Period period,
            Objection.@Nullable Status status,
            @Nullable String cadreId) {}

    Page<Objection> find(Query query, PageRequest page);

    Optional<Objection> find(String jurisdiction, String objectionId);
}
