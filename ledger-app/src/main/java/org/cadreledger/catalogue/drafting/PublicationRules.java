package org.cadreledger.catalogue.drafting;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.Catalogue.BaseItem;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** From when a version may be in force (domain.md "The catalogue"). Pure. */
final class PublicationRules {
    private static final int JANUARY = 1;

    /** Stands for the counties that nobody defined yet when a version is for all. */
    private static final String ANY_COUNTY = "";

    private PublicationRules() {}

    /**
     * A county that the publication concerns.
     *
     * @param lastClosed the last month whose books are closed; null for none
     */
    record Affected(String jurisdiction, @Nullable Month lastClosed) {}

    /**
     * @param book with the version as if it were published
     * @throws Refusal field {@code effectiveFrom}
     */
    static void check(CatalogueBook book, Month effectiveFrom, Collection<Affected> counties) {
        for (Affected county : counties) {
            Month closed = county.lastClosed();
            if (closed != null && !effectiveFrom.isAfter(closed)) {
                throw Refusal.field("effectiveFrom", "month-closed", county.jurisdiction(), closed);
            }
        }
        List<String> codes = counties.isEmpty()
                ? List.of(ANY_COUNTY)
                : counties.stream().map(Affected::jurisdiction).toList();
        for (String county : codes) {
            changeOfBaseWithinAYear(book, county, effectiveFrom).ifPresent(month -> {
                throw Refusal.field("effectiveFrom", "base-items-from-january", month);
            });
        }
    }

    /** Base items change only from a January: also where the version gives way to one published before for later. */
    static Optional<Month> changeOfBaseWithinAYear(CatalogueBook book, String county, Month from) {
        Set<Month> changes = new TreeSet<>();
        changes.add(from);
        book.versions().values().stream()
                .filter(version -> version.publishedGuard() != null)
                .map(CatalogueBook.Version::effectiveFrom)
                .filter(Objects::nonNull)
                .filter(month -> month.isAfter(from))
                .forEach(changes::add);
        return changes.stream()
                .filter(month -> month.month() != JANUARY)
                .filter(month -> !base(book, county, month).equals(base(book, county, month.previous())))
                .findFirst();
    }

    private static Set<BaseItem> base(CatalogueBook book, String county, Month month) {
        return new HashSet<>(
                book.inForce(month, county).map(Catalogue::baseItems).orElse(List.of()));
    }
}
