package org.cadreledger.catalogue;

import java.util.List;
import org.cadreledger.access.Command;
import org.cadreledger.points.Points;
import org.jspecify.annotations.Nullable;

/** Drafts the next version. */
public record DraftCatalogue(
        @Nullable String jurisdiction, List<Catalogue.BaseItem> baseItems, Points matterCap, List<Catalogue.Rule> rules)
        implements Command<DraftCatalogue.Version> {
    public record Version(int version) {}
}
