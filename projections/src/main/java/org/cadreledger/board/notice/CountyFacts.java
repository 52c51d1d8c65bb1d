package org.cadreledger.board.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cadreledger.board.computing.BoardFacts;
import org.cadreledger.cadre.listing.RegisterProjection;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.documents.Generation;
import org.cadreledger.ledger.tallies.TallyProjection;
import org.cadreledger.ledger.tally.Tally;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.period.standing.PeriodProjection;

/** What a county's boards are computed from, read once for several boards. For one thread. */
final class CountyFacts {
    private final String jurisdiction;
    private final Generation generation;
    private final RegisterProjection register;
    private final TallyProjection tallies;
    private final PeriodProjection periods;
    private final CatalogueBook catalogues;
    private final Map<String, CadreFile> cadres = new HashMap<>();
    private final Map<Integer, List<Tally>> years = new HashMap<>();

    CountyFacts(
            String jurisdiction,
            Generation generation,
            RegisterProjection register,
            TallyProjection tallies,
            PeriodProjection periods,
            CatalogueBook catalogues) {
        this.jurisdiction = jurisdiction;
        this.generation = generation;
        this.register = register;
        this.tallies = tallies;
        this.periods = periods;
        this.catalogues = catalogues;
    }

    /** Of a board's year: its tallies and those of the year before. */
    BoardFacts of(int year) {
        if (cadres.isEmpty()) {
            generation
                    .of(register)
                    .each(
                            jurisdiction,
                            "",
                            found -> cadres.put(
                                    found.body().cadreId(), found.body().file()));
        }
        years.keySet().removeIf(known -> known < year - 1);
        Map<String, List<Tally>> byCadre = new HashMap<>();
        for (int each = year - 1; each <= year; each++) {
            for (Tally tally : ofYear(each)) {
                byCadre.computeIfAbsent(tally.cadreId(), id -> new ArrayList<>(2))
                        .add(tally);
            }
        }
        PeriodBook book = generation.of(periods).find(jurisdiction).orElse(PeriodBook.EMPTY);
        return new BoardFacts(cadres, byCadre, book, catalogues);
    }

    private List<Tally> ofYear(int year) {
        return years.computeIfAbsent(year, missing -> {
            List<Tally> read = new ArrayList<>();
            generation.of(tallies).each(jurisdiction, missing + "/", found -> read.add(found.body()));
            return read;
        });
    }

    void forget() {
        cadres.clear();
        years.clear();
    }
}
