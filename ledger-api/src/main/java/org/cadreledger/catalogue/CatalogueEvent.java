package org.cadreledger.catalogue;

import java.util.List;
import org.cadreledger.log.EventName;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** What happens to the rule catalogue; stream {@code catalogue}, for all counties. */
public sealed interface CatalogueEvent {
    int version();

    @EventName("catalogue.drafted.v1")
    record CatalogueDrafted(
            int version,
            @Nullable String jurisdiction,
            List<Catalogue.BaseItem> baseItems,
            Points matterCap,
            List<Catalogue.Rule> rules)
            implements CatalogueEvent {
        public Catalogue catalogue() {
            return new Catalogue(version, jurisdiction, baseItems, matterCap, rules);
        }
    }

    /** @param effectiveFrom first month in force; null for the first version, which precedes all others */
    @EventName("catalogue.published.v1")
    record CataloguePublished(
            int version,
            @Nullable String jurisdiction,
            @Nullable Month effectiveFrom) implements CatalogueEvent {}
}
