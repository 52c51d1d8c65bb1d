package org.cadreledger.ledger.tally;

import java.time.Instant;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.scoring.CountingEntry;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a county's log knows it.
 *
 * @param postedGuard guard of its posting ({@link Recorded#guard()}), or of the transfer that brought it
 * @param postedMillis time of that commit, in milliseconds since 1970: there are millions of entries in memory
 * @param settled whether it came with a transfer: the other county's closings settled the month it counts in
 * @param reversedGuard guard of its reversal; null while it stands
 */
public record TallyEntry(
        Entry entry,
        long postedGuard,
        long postedMillis,
        boolean settled,
        @Nullable Long reversedGuard) {

    public static TallyEntry posted(Recorded<?> recorded, Entry entry) {
        return new TallyEntry(Shared.of(entry), recorded.guard(), recorded.at().toEpochMilli(), false, null);
    }

    public static TallyEntry brought(Recorded<?> transfer, Entry entry) {
        return new TallyEntry(Shared.of(entry), transfer.guard(), transfer.at().toEpochMilli(), true, null);
    }

    public TallyEntry reversed(long guard) {
        return new TallyEntry(entry, postedGuard, postedMillis, settled, guard);
    }

    public boolean isReversed() {
        return reversedGuard != null;
    }

    /** domain.md: a reversed entry counts nowhere, from the reversal on. */
    public boolean standsAt(long atGuard) {
        return postedGuard < atGuard && (reversedGuard == null || reversedGuard >= atGuard);
    }

    public Month countingMonth(PeriodBook periods) {
        return settled ? entry.countsIn() : periods.countingMonth(entry, postedGuard);
    }

    public CountingEntry counting(PeriodBook periods) {
        return new CountingEntry(
                entry, countingMonth(periods), Instant.ofEpochMilli(postedMillis), Recorded.positionOf(postedGuard));
    }
}
