package org.cadreledger.board.notice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.cadreledger.board.computing.BoardFacts;
import org.cadreledger.cadre.listing.RegisterProjection;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.documents.Found;
import org.cadreledger.documents.Generation;
import org.cadreledger.ledger.tallies.TallyProjection;
import org.cadreledger.ledger.tally.Tally;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.period.standing.PeriodProjection;

/** What a county's boards are computed from, read once for several boards. For one thread. */
final class CountyFacts {
    /** Cadres of a county whose tallies stay in memory for the next board. */
    private static final int KEPT = 20_000;

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
                    .each(jurisdiction, "", Found::body, found -> cadres.put(found.cadreId(), found.file()));
        }
        PeriodBook book = generation.of(periods).find(jurisdiction).orElse(PeriodBook.EMPTY);
        return cadres.size() > KEPT
                ? new BoardFacts(cadres, function -> goneThrough(year, book, function), book, catalogues)
                : new BoardFacts(cadres, kept(year), book, catalogues);
    }

    private Map<String, List<Tally>> kept(int year) {
        years.keySet().removeIf(known -> known < year - 1);
        Map<String, List<Tally>> byCadre = new HashMap<>();
        for (int each = year - 1; each <= year; each++) {
            for (Tally tally : ofYear(each)) {
                byCadre.computeIfAbsent(tally.cadreId(), id -> new ArrayList<>(2))
                        .add(tally);
            }
        }
        return byCadre;
    }

    private List<Tally> ofYear(int year) {
        return years.computeIfAbsent(year, missing -> {
            List<Tally> read = new ArrayList<>();
            generation.of(tallies).each(jurisdiction, missing + "/", found -> read.add(found.body()));
            return read;
        });
    }

    /** Of the year before only those tallies are kept that reach into this one. */
    private Map<String, Long> goneThrough(int year, PeriodBook book, ToLongFunction<Collection<Tally>> function) {
        Map<String, Tally> before = new HashMap<>();
        generation
                .of(tallies)
                .each(
                        jurisdiction,
                        (year - 1) + "/",
                        found -> reaches(found.body(), year, book) ? found.body() : null,
                        tally -> before.put(tally.cadreId(), tally));
        Map<String, Long> all = new HashMap<>();
        generation
                .of(tallies)
                .each(
                        jurisdiction,
                        year + "/",
                        found -> {
                            Tally tally = found.body();
                            Tally earlier = before.get(tally.cadreId());
                            List<Tally> both = earlier == null ? List.of(tally) : List.of(earlier, tally);
                            return Map.entry(tally.cadreId(), function.applyAsLong(both));
                        },
                        sum -> all.put(sum.getKey(), sum.getValue()));
        before.forEach((cadreId, tally) -> all.computeIfAbsent(cadreId, id -> function.applyAsLong(List.of(tally))));
        return all;
    }

    private static boolean reaches(Tally tally, int year, PeriodBook book) {
        return tally.entries().stream()
                .anyMatch(entry -> entry.countingMonth(book).year() == year);
    }

    void forget() {
        cadres.clear();
        years.clear();
    }
}
