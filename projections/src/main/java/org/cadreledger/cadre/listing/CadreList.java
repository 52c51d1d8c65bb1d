package org.cadreledger.cadre.listing;

import java.util.List;
import java.util.Optional;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.cadre.Category;
import org.cadreledger.cadre.listing.RegisterProjection.Registered;
import org.cadreledger.cadre.register.CadreFile.Particulars;
import org.cadreledger.documents.DocumentCollection;
import org.cadreledger.documents.Found;
import org.cadreledger.documents.Pages;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.documents.Selection;
import org.cadreledger.read.Page;
import org.cadreledger.read.PageRequest;
import org.jspecify.annotations.Nullable;

/** Cadres where they are now, by id. */
public final class CadreList implements Cadres {
    private final ProjectionGroup group;
    private final RegisterProjection register;

    public CadreList(ProjectionGroup group, RegisterProjection register) {
        this.group = group;
        this.register = register;
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
