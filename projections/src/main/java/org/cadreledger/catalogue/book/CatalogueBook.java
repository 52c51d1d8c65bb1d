package org.cadreledger.catalogue.book;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.CatalogueEvent;
import org.cadreledger.catalogue.CatalogueEvent.CatalogueDrafted;
import org.cadreledger.catalogue.CatalogueEvent.CataloguePublished;
import org.cadreledger.log.Recorded;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** All versions of the rule catalogue, drafted and published. Immutable. */
public record CatalogueBook(Map<Integer, Version> versions) {
    public static final CatalogueBook EMPTY = new CatalogueBook(Map.of());

    /**
     * @param effectiveFrom null for the first version, in force before all others
     * @param publishedGuard {@link Recorded#guard()} of the publication; null while a draft
     */
    public record Version(
            Catalogue catalogue,
            @Nullable Month effectiveFrom,
            @Nullable Long publishedGuard) {
        boolean appliesTo(String jurisdiction) {
            String own = catalogue.jurisdiction();
            return own == null || own.equals(jurisdiction);
        }

        boolean inForce(Month month, long atGuard) {
            return publishedGuard != null
                    && publishedGuard < atGuard
                    && (effectiveFrom == null || !effectiveFrom.isAfter(month));
        }
    }

    /** The latest effective month wins, then the higher version (domain.md "The catalogue"). */
    private static final Comparator<Version> PRECEDENCE = Comparator.comparing(
                    Version::effectiveFrom, Comparator.nullsFirst(Comparator.<Month>naturalOrder()))
            .thenComparingInt(version -> version.catalogue().version());

    public CatalogueBook {
        versions = Map.copyOf(versions);
    }

    public CatalogueBook evolve(Recorded<? extends CatalogueEvent> recorded) {
        Map<Integer, Version> next = new TreeMap<>(versions);
        switch (recorded.event()) {
            case CatalogueDrafted drafted -> next.put(drafted.version(), new Version(drafted.catalogue(), null, null));
            case CataloguePublished published ->
                next.computeIfPresent(
                        published.version(),
                        (number, draft) -> new Version(draft.catalogue(), published.effectiveFrom(), recorded.guard()));
        }
        return new CatalogueBook(next);
    }

    public Optional<Catalogue> inForce(Month month, String jurisdiction) {
        return inForce(month, jurisdiction, Long.MAX_VALUE);
    }

    /** The catalogue of a month as the log says up to, and without, {@code atGuard}. */
    public Optional<Catalogue> inForce(Month month, String jurisdiction, long atGuard) {
        return published(jurisdiction)
                .filter(version -> version.inForce(month, atGuard))
                .max(PRECEDENCE)
                .map(Version::catalogue);
    }

    public Optional<Version> version(int number) {
        return Optional.ofNullable(versions.get(number));
    }

    public int highest() {
        return versions.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private Stream<Version> published(String jurisdiction) {
        return versions.values().stream().filter(version -> version.appliesTo(jurisdiction));
    }
}
