package org.cadreledger.ledger.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cadreledger.cadre.CadreEvent.CadreTransferredIn;
import org.cadreledger.cadre.Category;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.LedgerEvent.ClaimApproved;
import org.cadreledger.ledger.LedgerEvent.ClaimWithdrawn;
import org.cadreledger.ledger.LedgerEvent.CorrectionPosted;
import org.cadreledger.ledger.LedgerEvent.EntryBroughtForward;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.MonthClosed;
import org.cadreledger.period.book.PeriodBook;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Year;
import org.junit.jupiter.api.Test;

/** Which entries count where, by the order of the log. */
class TallyTest {
    private static final Month NOVEMBER = new Month(2026, 11);
    private static final Month DECEMBER = new Month(2026, 12);
    private static final Month JANUARY = new Month(2027, 1);
    private static final long NOW = Long.MAX_VALUE;

    private Tally tally = Tally.empty("150726", "c1", 2026);
    private PeriodBook periods = PeriodBook.EMPTY;

    @Test
    void an_entry_counts_in_the_month_it_was_declared_for() {
        approve(1, "a", DECEMBER, DECEMBER);
        close(2, NOVEMBER);
        close(3, DECEMBER);
        assertThat(idsIn(DECEMBER, NOW)).containsExactly("a");
        assertThat(idsIn(new Year(2026), NOW)).containsExactly("a");
        assertThat(idsIn(JANUARY, NOW)).isEmpty();
    }

    @Test
    void a_closing_that_slips_in_before_the_approval_moves_it_on_though_the_decision_did_not_know() {
        close(1, NOVEMBER);
        close(2, DECEMBER);
        approve(3, "a", DECEMBER, DECEMBER);
        assertThat(idsIn(DECEMBER, NOW)).isEmpty();
        assertThat(idsIn(JANUARY, NOW)).containsExactly("a");
    }

    @Test
    void a_correction_counts_in_its_month_also_when_that_is_closed() {
        close(1, NOVEMBER);
        Entry entry = entry("k", NOVEMBER, NOVEMBER, true);
        evolve(2, new CorrectionPosted("c1", "k", entry, "objection"));
        assertThat(idsIn(NOVEMBER, NOW)).containsExactly("k");
    }

    @Test
    void an_entry_is_not_known_before_it_is_posted_nor_after_it_is_reversed() {
        approve(5, "a", DECEMBER, DECEMBER);
        evolve(7, new EntryReversed("c1", "a", "reason", false, null));
        assertThat(idsIn(DECEMBER, guard(5))).isEmpty();
        assertThat(idsIn(DECEMBER, guard(5) + 1)).containsExactly("a");
        assertThat(idsIn(DECEMBER, guard(7))).containsExactly("a");
        assertThat(idsIn(DECEMBER, guard(7) + 1)).isEmpty();
    }

    @Test
    void entries_come_in_the_order_of_the_log_over_the_tallies_of_two_years() {
        Tally next = Tally.empty("150726", "c1", 2027)
                .evolve(recorded(1, new ClaimApproved("c1", "a", entry("a", DECEMBER, JANUARY, false), null)));
        approve(3, "b", DECEMBER, DECEMBER);
        close(0, NOVEMBER);
        close(0, DECEMBER);
        assertThat(Tally.entriesIn(JANUARY, List.of(tally, next), periods, NOW))
                .extracting(counting -> counting.entry().entryId())
                .containsExactly("a", "b");
    }

    @Test
    void what_is_for_another_year_or_posts_nothing_changes_nothing() {
        Tally before = tally;
        approve(1, "a", DECEMBER, JANUARY);
        evolve(2, new EntryBroughtForward("c1", "b", 2025, entry("b", NOVEMBER, NOVEMBER, false)));
        evolve(3, new ClaimWithdrawn("c1", "c"));
        evolve(4, new EntryReversed("c1", "unknown", "reason", false, null));
        assertThat(tally).isSameAs(before);
    }

    @Test
    void an_event_names_the_years_whose_tallies_it_may_change() {
        assertThat(Tally.yearsTouchedBy(
                        recorded(1, new ClaimApproved("c1", "a", entry("a", DECEMBER, JANUARY, false), null))))
                .containsExactly(2027);
        assertThat(Tally.yearsTouchedBy(recorded(1, new EntryReversed("c1", "a", "reason", false, null))))
                .contains(2026, 2027);
        assertThat(Tally.yearsTouchedBy(recorded(1, new ClaimWithdrawn("c1", "c"))))
                .isEmpty();
    }

    @Test
    void what_a_cadre_brings_counts_where_the_other_county_settled_it_and_once() {
        close(1, NOVEMBER);
        approve(2, "a", DECEMBER, DECEMBER);
        CadreTransferredIn in = transfer(entry("a", DECEMBER, DECEMBER, false), entry("b", NOVEMBER, NOVEMBER, false));
        tally = tally.join(recorded(3, in));
        assertThat(idsIn(NOVEMBER, NOW)).containsExactly("b");
        assertThat(idsIn(DECEMBER, NOW)).containsExactly("a");
        assertThat(idsIn(NOVEMBER, guard(3))).isEmpty();
        assertThat(Tally.yearsTouchedBy(in)).containsExactly(2026);
    }

    private List<String> idsIn(Period period, long atGuard) {
        return Tally.entriesIn(period, List.of(tally), periods, atGuard).stream()
                .map(counting -> counting.entry().entryId())
                .toList();
    }

    private void approve(long position, String id, Month declaredFor, Month countsIn) {
        evolve(position, new ClaimApproved("c1", id, entry(id, declaredFor, countsIn, false), null));
    }

    private void evolve(long position, LedgerEvent event) {
        tally = tally.evolve(recorded(position, event));
    }

    private void close(long position, Month month) {
        periods = periods.evolve(recorded(position, new MonthClosed("150726", month, null)));
    }

    private static Entry entry(String id, Month declaredFor, Month countsIn, boolean fixed) {
        return new Entry(
                id, EntryKind.BONUS, "A7", null, null, 1, "matter " + id, Points.of(3), declaredFor, countsIn, fixed);
    }

    private static CadreTransferredIn transfer(Entry... entries) {
        LocalDate day = LocalDate.of(2026, 12, 5);
        return new CadreTransferredIn(
                "c1",
                "150726",
                "150727",
                Category.SECTION,
                "unit",
                "post",
                null,
                null,
                day,
                day,
                List.of(),
                List.of(entries),
                List.of(),
                null);
    }

    private static <E> Recorded<E> recorded(long position, E event) {
        return new Recorded<>(position, 0, Instant.EPOCH, "u", "ledger:c1:2026", 0, "150726", event);
    }

    private static long guard(long position) {
        return position << 10;
    }
}
