package org.cadreledger.reference;

import java.util.List;
import java.util.Random;
import org.cadreledger.catalogue.Catalogue.BaseItem;
import org.cadreledger.catalogue.CatalogueEvent.CatalogueDrafted;
import org.cadreledger.catalogue.CatalogueEvent.CataloguePublished;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;

/** Random catalogues: small caps and items, so that both are reached; a later version; one of the neighbour's. */
final class Catalogues {
    private static final String STREAM = "catalogue";

    private Catalogues() {}

    static void write(RandomLog log, Random random, String neighbour) {
        draft(log, 1, null, random, List.of(item("P1", 3), item("P2", 1), item("D1", 2)), null);
        draft(log, 2, neighbour, random, List.of(item("P1", 50)), new Month(2026, 1));
        if (random.nextBoolean()) {
            draft(log, 3, null, random, List.of(item("P1", 2), item("C1", 2)), new Month(2027, 1));
        }
        if (random.nextBoolean()) {
            Month effective = new Month(2026, 2 + random.nextInt(11));
            draft(log, 4, null, random, List.of(item("P1", 3), item("P2", 1), item("D1", 2)), effective);
        }
    }

    private static void draft(
            RandomLog log, int version, String jurisdiction, Random random, List<BaseItem> items, Month effective) {
        Points cap = Points.of(1 + random.nextInt(8));
        log.append(STREAM, null, new CatalogueDrafted(version, jurisdiction, items, cap, List.of()));
        log.append(STREAM, null, new CataloguePublished(version, jurisdiction, effective));
    }

    private static BaseItem item(String code, int max) {
        return new BaseItem(code, Points.of(max));
    }
}
