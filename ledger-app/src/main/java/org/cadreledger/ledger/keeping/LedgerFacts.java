package org.cadreledger.ledger.keeping;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cadreledger.access.Actor;
import org.cadreledger.access.CommandContext;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.ledger.state.CadreLedgers;
import org.cadreledger.ledger.state.LedgerBook;
import org.cadreledger.ledger.state.PostedEntry;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.time.Month;

/**
 * All that a decision about a cadre's books rests on. Immutable.
 *
 * @param county the cadre's county now, defined
 * @param periods of that county
 * @param ledgers the cadre's books of all years
 */
public record LedgerFacts(
        CommandContext context,
        String cadreId,
        CadreFile file,
        County county,
        CatalogueBook catalogues,
        PeriodBook periods,
        CadreLedgers ledgers) {

    /** With the aggregate's own state in the place of what was read of its stream. */
    public LedgerFacts with(LedgerBook own) {
        return new LedgerFacts(context, cadreId, file, county, catalogues, periods, ledgers.with(own));
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

    /** Counties whose projections hold the entry: where it was posted, and where the cadre was transferred to since. */
    public List<String> countiesHolding(PostedEntry entry) {
        Stream<String> since = file.particulars().stream()
                .filter(fact -> fact.guard() > entry.guard())
                .map(CadreFile.Particulars::jurisdiction)
                .filter(Objects::nonNull);
        String posted = entry.jurisdiction();
        return Stream.concat(Stream.of(posted == null ? jurisdiction() : posted), since)
                .distinct()
                .toList();
    }
}
