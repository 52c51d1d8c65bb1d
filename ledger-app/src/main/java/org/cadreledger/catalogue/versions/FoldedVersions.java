package org.cadreledger.catalogue.versions;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.CatalogueEvent.CatalogueDrafted;
import org.cadreledger.catalogue.CatalogueEvent.CataloguePublished;
import org.cadreledger.catalogue.CatalogueVersions;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.facts.Streams;
import org.cadreledger.log.Recorded;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** A fold over the catalogue's stream, kept in memory and caught up on each read. */
public final class FoldedVersions implements CatalogueVersions {
    /** Of no county: what is for all applies. */
    private static final String NOWHERE = "";

    private final FreshFolds folds;

    public FoldedVersions(FreshFolds folds) {
        this.folds = folds;
    }

    /** By number. Immutable. */
    private record Shelf(Map<Integer, Version> versions) {
        static final Shelf EMPTY = new Shelf(Map.of());

        Shelf {
            versions = Map.copyOf(versions);
        }

        Shelf with(Recorded<Object> recorded) {
            Map<Integer, Version> next = new TreeMap<>(versions);
            Act act = new Act(recorded.by(), recorded.at(), recorded.position());
            switch (recorded.event()) {
                case CatalogueDrafted drafted ->
                    next.put(drafted.version(), new Version(drafted.catalogue(), null, act, null));
                case CataloguePublished published ->
                    next.computeIfPresent(
                            published.version(),
                            (number, draft) ->
                                    new Version(draft.catalogue(), published.effectiveFrom(), draft.drafted(), act));
                default -> {}
            }
            return new Shelf(next);
        }
    }

    private Map<Integer, Version> versions() {
        return folds.fold("catalogue-versions", Streams.CATALOGUE, Shelf.EMPTY, Shelf::with)
                .versions();
    }

    @Override
    public List<Version> all(@Nullable String jurisdiction) {
        return versions().values().stream()
                .filter(version -> jurisdiction == null
                        || version.catalogue().jurisdiction() == null
                        || jurisdiction.equals(version.catalogue().jurisdiction()))
                .sorted(Comparator.comparingInt(
                                (Version version) -> version.catalogue().version())
                        .reversed())
                .toList();
    }

    @Override
    public Optional<Version> find(int version) {
        return Optional.ofNullable(versions().get(version));
    }

    @Override
    public Optional<Version> inForce(Month month, @Nullable String jurisdiction) {
        return folds.catalogues()
                .inForce(month, jurisdiction == null ? NOWHERE : jurisdiction)
                .map(Catalogue::version)
                .flatMap(this::find);
    }
}
