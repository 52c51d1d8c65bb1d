package org.cadreledger.cadre;

import java.time.LocalDate;
import java.util.Optional;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.jspecify.annotations.Nullable;

/** The register, as it stands last. */
public interface Cadres {
    record Listed(
            String cadreId,
            @Nullable String name,
            String jurisdiction,
            Category category,
            String unit,
            String post,
            @Nullable String rank,
            @Nullable String group,
            LocalDate registeredOn) {}

    Page<Listed> find(@Nullable String jurisdiction, @Nullable String unit, PageRequest page);

    Optional<Listed> find(String cadreId);
}
