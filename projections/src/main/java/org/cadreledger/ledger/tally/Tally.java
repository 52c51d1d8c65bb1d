package org.cadreledger.ledger.tally;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cadreledger.cadre.CadreEvent.CadreTransferredIn;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.LedgerEvent.ClaimApproved;
import org.cadreledger.ledger.LedgerEvent.CorrectionPosted;
import org.cadreledger.ledger.LedgerEvent.DeductionConfirmed;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.ledger.LedgerEvent.GradePosted;
import org.cadreledger.ledger.scoring.CountingEntry;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a cadre that the write side expected to count in {@code year} ({@link Entry#countsIn()}), as one county
 * sees them. Immutable; entries in the order in which the county's log learnt of them.
 *
 * <p>A closing that slipped in may move an entry on by a year: a period is summed from the tallies of its year and of the
 * one before ({@link #entriesIn}).
 */
public record Tally(String jurisdiction, String cadreId, int year, List<TallyEntry> entries) {
    /** A carry-over or a changed month takes a claim at most this far from the year of its stream. */
    private static final int YEARS_BEFORE = 1;

    private static final int YEARS_AFTER = 2;

    public Tally {
        entries = List.copyOf(entries);
    }

    public static Tally empty(String jurisdiction, String cadreId, int year) {
        return new Tally(jurisdiction, cadreId, year, List.of());
    }

    /** The entry that an event posts; null for all others. {@code EntryBroughtForward} repeats one and posts nothing. */
    public static @Nullable Entry postedBy(LedgerEvent event) {
        return switch (event) {
            case ClaimApproved e -> e.entry();
            case DeductionConfirmed e -> e.entry();
            case CorrectionPosted e -> e.entry();
            case GradePosted e -> e.entry();
            default -> null;
        };
    }

    /**
     * The years whose tallies of the cadre an event may change. A reversal does not say which year its entry counts in: it
     * goes to every tally that could hold it, and the others stay equal to what they were.
     */
    public static Set<Integer> yearsTouchedBy(Recorded<? extends LedgerEvent> recorded) {
        Entry posted = postedBy(recorded.event());
        if (posted != null) {
            return Set.of(posted.countsIn().year());
        }
        if (recorded.event() instanceof EntryReversed) {
            int streamYear = yearOf(recorded.stream());
            return IntStream.rangeClosed(streamYear - YEARS_BEFORE, streamYear + YEARS_AFTER)
                    .boxed()
                    .collect(Collectors.toUnmodifiableSet());
        }
        return Set.of();
    }

    public static Set<Integer> yearsTouchedBy(CadreTransferredIn event) {
        return event.entries().stream().map(entry -> entry.countsIn().year()).collect(Collectors.toUnmodifiableSet());
    }

    /** Takes a ledger event of the cadre in this county; one that is not for this year changes nothing. */
    public Tally evolve(Recorded<? extends LedgerEvent> recorded) {
        Entry posted = postedBy(recorded.event());
        if (posted != null) {
            return posted.countsIn().year() == year ? with(TallyEntry.posted(recorded, posted)) : this;
        }
        return recorded.event() instanceof EntryReversed reversed
                ? reverse(reversed.entryId(), recorded.guard())
                : this;
    }

    /** Takes what a cadre brings from another county; what this county knows from an earlier stay is not doubled. */
    public Tally join(Recorded<CadreTransferredIn> transfer) {
        Tally joined = this;
        for (Entry entry : transfer.event().entries()) {
            if (entry.countsIn().year() == year) {
                joined = joined.with(TallyEntry.brought(transfer, entry));
            }
        }
        return joined;
    }

    /**
     * The entries that count in a period as the log says up to, and without, {@code atGuard}; in the order of the log.
     *
     * @param tallies of one cadre in one county: those of the period's year and of the year before
     * @param periods of that county; closings that it learnt later than {@code atGuard} make no difference
     */
    public static List<CountingEntry> entriesIn(
            Period period, Collection<Tally> tallies, PeriodBook periods, long atGuard) {
        List<TallyEntry> standing = new ArrayList<>();
        for (Tally tally : tallies) {
            for (TallyEntry entry : tally.entries()) {
                if (entry.standsAt(atGuard) && period.contains(entry.countingMonth(periods))) {
                    standing.add(entry);
                }
            }
        }
        standing.sort(Comparator.comparingLong(TallyEntry::postedGuard));
        List<CountingEntry> counting = new ArrayList<>(standing.size());
        for (TallyEntry entry : standing) {
            counting.add(entry.counting(periods));
        }
        return counting;
    }

    private Tally with(TallyEntry added) {
        for (TallyEntry entry : entries) {
            if (!entry.isReversed() && hasId(entry, added)) {
                return this;
            }
        }
        TallyEntry[] next = entries.toArray(new TallyEntry[entries.size() + 1]);
        next[entries.size()] = added;
        return new Tally(jurisdiction, cadreId, year, List.of(next));
    }

    private Tally reverse(String entryId, long guard) {
        List<TallyEntry> next = new ArrayList<>(entries);
        next.replaceAll(entry ->
                !entry.isReversed() && entry.entry().entryId().equals(entryId) ? entry.reversed(guard) : entry);
        return next.equals(entries) ? this : new Tally(jurisdiction, cadreId, year, next);
    }

    private static boolean hasId(TallyEntry one, TallyEntry other) {
        return one.entry().entryId().equals(other.entry().entryId());
    }

    /** Streams of the ledger are named {@code ledger:<cadreId>:<year>}. */
    private static int yearOf(String stream) {
        return Integer.parseInt(stream.substring(stream.lastIndexOf(':') + 1));
    }
}
