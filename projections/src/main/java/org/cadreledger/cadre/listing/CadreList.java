package org.cadreledger.cadre.listing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.cadre.Category;
import org.cadreledger.cadre.listing.RegisterProjection.Registered;
import org.cadreledger.cadre.register.CadreFile.Particulars;
import org.cadreledger.documents.DocumentCollection;
import org.cadreledger.documents.Found;
import org.cadreledger.documents.Pages;
import org.cadreledger.documents.Projection;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.documents.Selection;
import org.cadreledger.jurisdiction.counties.CountyProjection;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.jspecify.annotations.Nullable;

/** Cadres where they are now, by id. */
public final class CadreList implements Cadres {
    private final ProjectionGroup group;
    private final RegisterProjection register;
    private final CountyProjection counties;
    private final Rosters rosters;

    public CadreList(ProjectionGroup group, RegisterProjection register, CountyProjection counties, Rosters rosters) {
        this.group = group;
        this.register = register;
        this.counties = counties;
        this.rosters = rosters;
    }

    @Override
    public Page<Listed> find(@Nullable String jurisdiction, @Nullable String unit, PageRequest page) {
        Selection here = Selection.where(RegisterProjection.HERE, true)
                .and(RegisterProjection.JURISDICTION, jurisdiction)
                .and(RegisterProjection.UNIT, unit)
                .sortedBy(RegisterProjection.CADRE);
        return Pages.of(documents(), here, page, CadreList::listed);
    }

    @Override
    public Optional<Listed> find(String cadreId) {
        List<Found<Registered>> found = documents()
                .find(Selection.where(RegisterProjection.CADRE, cadreId).and(RegisterProjection.HERE, true));
        return found.stream().map(CadreList::listed).findFirst();
    }

    @Override
    public Matches search(@Nullable String jurisdiction, Query query, PageRequest page) {
        return CadreSearch.search(here(jurisdiction), query, page);
    }

    @Override
    public List<UnitSize> units(@Nullable String jurisdiction) {
        return CadreSearch.units(here(jurisdiction).stream());
    }

    private List<Listed> here(@Nullable String jurisdiction) {
        return jurisdiction != null
                ? rosters.of(jurisdiction).here()
                : counties().stream()
                        .flatMap(county -> rosters.of(county).here().stream())
                        .toList();
    }

    /** The counties that cadres of this county came from, and theirs before, this one included. */
    public Set<String> countiesBehind(String jurisdiction) {
        Set<String> known = new LinkedHashSet<>(List.of(jurisdiction));
        for (Deque<String> open = new ArrayDeque<>(known); !open.isEmpty(); ) {
            Selection came = Selection.where(RegisterProjection.JURISDICTION, open.removeFirst())
                    .and(RegisterProjection.CAME, true);
            documents().find(came).stream()
                    .flatMap(found -> found.body().from().stream())
                    .filter(known::add)
                    .forEach(open::add);
        }
        return known;
    }

    /** Every county there is, in the order of codes. */
    public Set<String> counties() {
        Set<String> all = new LinkedHashSet<>();
        group.active().of(counties).each(found -> all.add(found.id()));
        return all;
    }

    /** Every county that ever had the cadre. */
    public Set<String> countiesOf(String cadreId) {
        return documents().find(Selection.where(RegisterProjection.CADRE, cadreId)).stream()
                .map(found -> Projection.jurisdictionOf(found.id()))
                .collect(Collectors.toSet());
    }

    private DocumentCollection<Registered> documents() {
        return group.active().of(register);
    }

    private static Listed listed(Found<Registered> found) {
        Particulars current = found.body().file().current();
        String jurisdiction = current.jurisdiction();
        Category category = current.category();
        if (jurisdiction == null || category == null) {
            throw new IllegalStateException("listed, but not here: " + found.id());
        }
        return new Listed(
                found.body().cadreId(),
                current.name(),
                jurisdiction,
                category,
                current.unit(),
                current.post(),
                current.rank(),
                current.group(),
                current.registeredOn());
    }
}
