package org.cadreledger.cadre.registering;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.cadreledger.cadre.Absence;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.PendingItem;
import org.cadreledger.ledger.state.CadreLedgers;
import org.cadreledger.ledger.state.Claim;
import org.cadreledger.ledger.state.DepartmentItem;
import org.cadreledger.ledger.state.PostedEntry;
import org.cadreledger.time.Month;

/**
 * What a cadre takes along to another county, whose projections cannot see the events of the first.
 *
 * @param entries those that count, each fixed to the month it counts in by the closings of the county where it was
 *     posted: the closings of the new county must not move it
 * @param openItems claims and department entries still undecided
 */
record Luggage(List<Absence> absences, List<Entry> entries, List<PendingItem> openItems) {

    /** @param countingMonth the month an entry counts in by the closings of its own county */
    static Luggage of(CadreFile file, CadreLedgers ledgers, BiFunction<PostedEntry, Entry, Month> countingMonth) {
        return new Luggage(
                file.absencesAt(Long.MAX_VALUE),
                ledgers.entries()
                        .filter(PostedEntry::counts)
                        .map(posted -> fixed(posted.entry(), countingMonth.apply(posted, posted.entry())))
                        .sorted((a, b) -> a.entryId().compareTo(b.entryId()))
                        .toList(),
                openItems(ledgers));
    }

    List<Entry> entriesFrom(int year) {
        return entries.stream().filter(entry -> entry.countsIn().year() >= year).toList();
    }

    private static List<PendingItem> openItems(CadreLedgers ledgers) {
        Stream<PendingItem> claims = ledgers.openClaims().map((Claim claim) -> claim.pending(ledgers.cadreId()));
        Stream<PendingItem> entered =
                ledgers.openDeductions().map((DepartmentItem item) -> item.pending(ledgers.cadreId()));
        return Stream.concat(claims, entered)
                .sorted((a, b) -> a.itemId().compareTo(b.itemId()))
                .toList();
    }

    private static Entry fixed(Entry entry, Month month) {
        return new Entry(
                entry.entryId(),
                entry.kind(),
                entry.rule(),
                entry.level(),
                entry.item(),
                entry.catalogue(),
                entry.matter(),
                entry.points(),
                month,
                month,
                true);
    }
}
