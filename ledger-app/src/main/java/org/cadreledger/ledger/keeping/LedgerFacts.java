package org.cadreledger.ledger.keeping;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.cadreledger.access.Actor;
import org.cadreledger.access.CommandContext;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.ledger.state.CadreLedgers;
import org.cadreledger.ledger.state.LedgerBook;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.time.Month;

/**
 * All that a decision about a cadre's books rests on. Immutable.
 *
 * @param county the cadre's county now, defined
 * @param periods of that county
 * @param left the counties that the cadre was transferred from, by code
 * @param ledgers the cadre's books of all years
 */
public record LedgerFacts(
        CommandContext context,
        String cadreId,
        CadreFile file,
        County county,
        CatalogueBook catalogues,
        PeriodBook periods,
        Map<String, Counting.Keeper> left,
        CadreLedgers ledgers) {

    /** With the aggregate's own state in the place of what was read of its stream. */
    public LedgerFacts with(LedgerBook own) {
        return new LedgerFacts(context, cadreId, file, county, catalogues, periods, left, ledgers.with(own));
    }

    public Actor actor() {
        return context.actor();
    }

    public String by() {
        return actor().user();
    }

    public String jurisdiction() {
        return county.settings().jurisdiction();
    }

    public String unit() {
        return file.current().unit();
    }

    public Month firstMonth() {
        return county.settings().firstMonth();
    }

    public LocalDate today() {
        return county.today(context.now());
    }

    public Month currentMonth() {
        return county.currentMonth(context.now());
    }

    /** That month if it is open, else the earliest open one after it. */
    public Month openFrom(Month month) {
        Month open = month;
        while (periods.isClosed(open)) {
            open = open.next();
        }
        return open;
    }

    /** Where what was declared for that month counts when it is decided now. */
    public Counting counting(Month declared) {
        return Counting.from(declared, file, new Counting.Keeper(county, periods), left);
    }

    /**
     * Counties whose projections may hold an entry of the cadre: all it ever belonged to. One that does not hold it is not
     * changed by its reversal.
     */
    public List<String> counties() {
        Stream<String> everywhere = file.particulars().stream()
                .map(CadreFile.Particulars::jurisdiction)
                .filter(Objects::nonNull);
        return Stream.concat(everywhere, Stream.of(jurisdiction())).distinct().toList();
    }
}
