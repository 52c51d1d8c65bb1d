package org.cadreledger.board.computing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.ledger.tally.Tally;
import org.cadreledger.period.book.PeriodBook;

/**
 * What a county's board is computed from. All of it may know more than the publication did: only facts with a guard below
 * the publication's are used, so documents that ran ahead give the same board.
 *
 * @param cadres by id: all that the county ever had, folded from the events that carry its code
 * @param tallies those of the board's year and of the year before
 */
public record BoardFacts(Map<String, CadreFile> cadres, Tallies tallies, PeriodBook periods, CatalogueBook catalogues) {

    /** What counts for each cadre; gone through once a board, since a large county's do not fit in memory together. */
    public interface Tallies {
        /**
         * What a function says of each cadre's tallies, by cadre id; cadres without entries may be missing.
         *
         * @param function pure; may be asked by several threads at once
         */
        Map<String, Long> map(ToLongFunction<Collection<Tally>> function);
    }

    /** @param tallies by cadre id; cadres without entries may be missing */
    public BoardFacts(
            Map<String, CadreFile> cadres,
            Map<String, ? extends Collection<Tally>> tallies,
            PeriodBook periods,
            CatalogueBook catalogues) {
        this(cadres, function -> mapped(tallies, function), periods, catalogues);
    }

    private static Map<String, Long> mapped(
            Map<String, ? extends Collection<Tally>> tallies, ToLongFunction<Collection<Tally>> function) {
        Map<String, Long> all = new HashMap<>();
        tallies.forEach((cadreId, found) -> all.put(cadreId, function.applyAsLong(List.copyOf(found))));
        return all;
    }
}
