package org.cadreledger.board.computing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.ledger.tally.Tally;
import org.cadreledger.period.book.PeriodBook;

/**
 * What a county's board is computed from. All of it may know more than the publication did: only facts with a guard below
 * the publication's are used, so documents that ran ahead give the same board.
 *
 * @param cadres by id: all that the county ever had, folded from the events that carry its code
 * @param tallies by cadre id: those of the board's year and of the year before; cadres without entries may be missing
 */
public record BoardFacts(
        Map<String, CadreFile> cadres,
        Map<String, ? extends Collection<Tally>> tallies,
        PeriodBook periods,
        CatalogueBook catalogues) {

    Collection<Tally> talliesOf(String cadreId) {
        Collection<Tally> found = tallies.get(cadreId);
        return found == null ? List.of() : found;
    }
}
