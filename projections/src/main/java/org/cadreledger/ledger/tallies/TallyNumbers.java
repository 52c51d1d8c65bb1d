package org.cadreledger.ledger.tallies;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cadreledger.documents.Generation;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.ledger.EntryNumbers;
import org.cadreledger.ledger.tally.TallyEntry;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.period.standing.PeriodProjection;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;

/** Counts through a year's tallies on each read: closing is rare. */
public final class TallyNumbers implements EntryNumbers {
    private final ProjectionGroup group;
    private final TallyProjection tallies;
    private final PeriodProjection periods;

    public TallyNumbers(ProjectionGroup group, TallyProjection tallies, PeriodProjection periods) {
        this.group = group;
        this.tallies = tallies;
        this.periods = periods;
    }

    @Override
    public Numbers of(String jurisdiction, Period period) {
        Generation generation = group.active();
        PeriodBook book = generation.of(periods).find(jurisdiction).orElse(PeriodBook.EMPTY);
        Map<EntryKind, Integer> kinds = new EnumMap<>(EntryKind.class);
        Set<String> cadres = new HashSet<>();
        int[] late = {0};
        // an entry of the year's last months may count in the next year's books
        for (int year = period.year() - 1; year <= period.year(); year++) {
            generation.of(tallies).each(jurisdiction, year + "/", found -> {
                for (TallyEntry entry : found.body().entries()) {
                    Month month = entry.countingMonth(book);
                    if (entry.isReversed() || !period.contains(month)) {
                        continue;
                    }
                    cadres.add(found.body().cadreId());
                    kinds.merge(entry.entry().kind(), 1, Integer::sum);
                    late[0] += entry.entry().declaredFor().isBefore(month) ? 1 : 0;
                }
            });
        }
        return new Numbers(
                kinds.getOrDefault(EntryKind.BONUS, 0),
                kinds.getOrDefault(EntryKind.DEDUCTION, 0),
                kinds.getOrDefault(EntryKind.BASE, 0),
                cadres.size(),
                late[0]);
    }
}
