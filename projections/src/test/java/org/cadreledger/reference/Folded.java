package org.cadreledger.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cadreledger.board.computing.BoardFacts;
import org.cadreledger.cadre.CadreEvent;
import org.cadreledger.cadre.CadreEvent.CadreTransferredIn;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.catalogue.CatalogueEvent;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.tally.Tally;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent;
import org.cadreledger.period.book.PeriodBook;

/** The documents that the projections would hold of a county: the folds under test, fed as a projection feeds them. */
final class Folded {
    private final String county;
    private final Map<String, CadreFile> cadres = new HashMap<>();
    private final Map<String, Map<Integer, Tally>> tallies = new HashMap<>();
    private PeriodBook periods = PeriodBook.EMPTY;
    private CatalogueBook catalogues = CatalogueBook.EMPTY;

    private Folded(String county) {
        this.county = county;
    }

    static Folded of(String county, List<Recorded<?>> log) {
        Folded folded = new Folded(county);
        log.forEach(folded::take);
        return folded;
    }

    /** For a board of {@code year}: the tallies of that year and of the one before. */
    BoardFacts factsFor(int year) {
        Map<String, List<Tally>> chosen = new HashMap<>();
        tallies.keySet().forEach(cadreId -> chosen.put(cadreId, List.copyOf(talliesOf(cadreId, year))));
        return new BoardFacts(cadres, chosen, periods, catalogues);
    }

    Collection<Tally> talliesOf(String cadreId, int year) {
        List<Tally> chosen = new ArrayList<>();
        tallies.getOrDefault(cadreId, Map.of()).forEach((ofYear, tally) -> {
            if (ofYear == year || ofYear == year - 1) {
                chosen.add(tally);
            }
        });
        return chosen;
    }

    PeriodBook periods() {
        return periods;
    }

    CatalogueBook catalogues() {
        return catalogues;
    }

    private void take(Recorded<?> recorded) {
        if (recorded.event() instanceof CatalogueEvent e) {
            catalogues = catalogues.evolve(recorded.with(e));
            return;
        }
        if (!county.equals(recorded.jurisdiction())) {
            return;
        }
        switch (recorded.event()) {
            case PeriodEvent e -> periods = periods.evolve(recorded.with(e));
            case LedgerEvent e -> take(e, recorded.with(e));
            case CadreEvent e -> {
                cadres.put(
                        e.cadreId(),
                        cadres.getOrDefault(e.cadreId(), CadreFile.EMPTY).evolve(recorded.with(e)));
                if (e instanceof CadreTransferredIn in) {
                    for (int year : Tally.yearsTouchedBy(in)) {
                        put(tally(in.cadreId(), year).join(recorded.with(in)));
                    }
                }
            }
            default -> throw new IllegalStateException("unknown event " + recorded);
        }
    }

    private void take(LedgerEvent event, Recorded<LedgerEvent> recorded) {
        for (int year : Tally.yearsTouchedBy(recorded)) {
            put(tally(event.cadreId(), year).evolve(recorded));
        }
    }

    private Tally tally(String cadreId, int year) {
        Tally known = tallies.getOrDefault(cadreId, Map.of()).get(year);
        return known == null ? Tally.empty(county, cadreId, year) : known;
    }

    private void put(Tally tally) {
        tallies.computeIfAbsent(tally.cadreId(), each -> new TreeMap<>()).put(tally.year(), tally);
    }
}
