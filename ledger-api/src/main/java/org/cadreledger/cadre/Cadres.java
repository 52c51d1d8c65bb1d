package org.cadreledger.cadre;

import java.time.LocalDate;
import java.util.List;
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

    /**
     * Each that is not null narrows the search.
     *
     * @param text the beginning of an id, or a part of the name or of the unit; case and blanks around it do not matter
     * @param unit the whole name of a unit
     */
    record Query(
            @Nullable String text,
            @Nullable String unit,
            @Nullable Category category) {
        public static final Query ALL = new Query(null, null, null);
    }

    /** @param total how many there are on all pages */
    record Matches(Page<Listed> page, int total) {}

    /**
     * Cadres by unit, then by id.
     *
     * @param jurisdiction null for all counties
     * @throws org.cadreledger.refusal.Refusal field {@code after} for a cursor that no page gave
     */
    Matches search(@Nullable String jurisdiction, Query query, PageRequest page);

    /** @param cadres how many are there now */
    record UnitSize(String unit, int cadres) {}

    /** The units that have cadres, by name; null for those of all counties. */
    List<UnitSize> units(@Nullable String jurisdiction);
}
