package org.cadreledger.ledger.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.cadreledger.board.BoardSettings.QuarterScoring;
import org.cadreledger.board.BoardSettings.YearScoring;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.catalogue.Catalogue.BaseItem;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.ledger.LedgerStatement;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Quarter;
import org.cadreledger.time.Year;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** domain.md "Score of a period", sentence by sentence. */
class PeriodScoringTest {
    private static final Catalogue CATALOGUE = new Catalogue(
            1,
            null,
            List.of(new BaseItem("P1", Points.of(90)), new BaseItem("C1", Points.of(10))),
            Points.of(10),
            List.of());
    private static final Month JANUARY = new Month(2026, 1);
    private static final Month MARCH = new Month(2026, 3);
    private static final Month APRIL = new Month(2026, 4);
    private static final Quarter Q1 = new Quarter(2026, 1);
    private static final Quarter Q2 = new Quarter(2026, 2);
    private static final Year YEAR = new Year(2026);

    private int entries;

    @Test
    void a_cadre_without_entries_has_the_base_points() {
        assertThat(totalOf(Q1)).isEqualTo("100");
    }

    @Test
    void of_one_matter_only_the_highest_counts_and_the_statement_says_by_which_the_other_is_superseded() {
        CountingEntry low = bonus("flood", "1", JANUARY);
        CountingEntry high = bonus(" flood ", "4", MARCH);
        LedgerStatement statement = score(Q1, low, high).statement("c1", Q1);
        assertThat(statement.total()).isEqualTo(Points.of(104));
        assertThat(statement.entries())
                .extracting(
                        LedgerStatement.Line::entryId,
                        LedgerStatement.Line::counted,
                        LedgerStatement.Line::supersededBy)
                .containsExactly(
                        tuple(low.entry().entryId(), false, high.entry().entryId()),
                        tuple(high.entry().entryId(), true, null));
    }

    @Test
    void at_equal_points_the_earlier_counts() {
        CountingEntry first = bonus("flood", "2", MARCH);
        CountingEntry second = bonus("flood", "2", JANUARY);
        assertThat(score(Q1, first, second).entries())
                .extracting(Score.JudgedEntry::supersededBy)
                .containsExactly(null, first.entry().entryId());
    }

    @Test
    void one_matter_brings_at_most_the_cap_and_its_entry_still_counts() {
        Score score = score(Q1, bonus("flood", "12", JANUARY), bonus("fire", "8", JANUARY));
        assertThat(score.bonus()).isEqualTo(Points.of(18));
        assertThat(score.entries()).allMatch(Score.JudgedEntry::counted);
    }

    @Test
    void deductions_are_grouped_apart_from_bonuses_and_may_take_the_total_below_zero() {
        Score score = score(
                Q1, bonus("flood", "0.5", JANUARY), deduction("flood", "150", JANUARY), deduction("x", "1", MARCH));
        assertThat(score.total()).hasToString("-50.5");
        assertThat(score.entries()).allMatch(Score.JudgedEntry::counted);
    }

    @Test
    void a_base_item_is_never_below_zero_and_does_not_eat_into_another() {
        Score score =
                score(Q1, base("C1", "a", "7", JANUARY), base("C1", "b", "7", MARCH), base("P1", "a", "1", MARCH));
        assertThat(score.base()).isEqualTo(Points.of(89));
        assertThat(score.items())
                .extracting(LedgerStatement.Item::deducted)
                .containsExactly(Points.of(1), Points.of(10));
    }

    @Test
    void a_deduction_from_an_item_that_is_no_more_changes_nothing_and_is_not_counted() {
        Score score = score(Q1, base("D1", "a", "7", JANUARY));
        assertThat(score.base()).isEqualTo(Points.of(100));
        assertThat(score.entries()).noneMatch(Score.JudgedEntry::counted);
    }

    @Test
    void a_quarter_is_not_the_sum_of_its_months() {
        CountingEntry january = bonus("flood", "2", JANUARY);
        CountingEntry march = bonus("flood", "2", MARCH);
        assertThat(score(JANUARY, january, march).bonus()).isEqualTo(Points.of(2));
        assertThat(score(MARCH, january, march).bonus()).isEqualTo(Points.of(2));
        assertThat(score(Q1, january, march).bonus()).isEqualTo(Points.of(2));
    }

    @Nested
    class Modes {
        private final CountingEntry january = bonus("flood", "2", JANUARY);
        private final CountingEntry april = bonus("flood", "3", APRIL);

        @Test
        void a_quarter_is_judged_on_its_own_entries_or_on_the_year_to_date() {
            assertThat(total(QuarterScoring.PERIOD, YearScoring.PERIOD, null, Q2))
                    .isEqualTo("103");
            assertThat(total(QuarterScoring.YEAR_TO_DATE, YearScoring.PERIOD, null, Q2))
                    .isEqualTo("103");
            assertThat(total(QuarterScoring.YEAR_TO_DATE, YearScoring.PERIOD, null, new Quarter(2026, 3)))
                    .isEqualTo("103");
            assertThat(total(QuarterScoring.PERIOD, YearScoring.PERIOD, null, new Quarter(2026, 3)))
                    .isEqualTo("100");
        }

        @Test
        void a_year_has_its_base_and_each_matter_once_or_is_the_sum_of_its_quarters() {
            assertThat(total(QuarterScoring.PERIOD, YearScoring.PERIOD, null, YEAR))
                    .isEqualTo("103");
            assertThat(total(QuarterScoring.PERIOD, YearScoring.SUM_OF_QUARTERS, null, YEAR))
                    .isEqualTo("405");
        }

        @Test
        void quarters_before_the_books_have_no_base_points_to_add() {
            assertThat(total(QuarterScoring.PERIOD, YearScoring.SUM_OF_QUARTERS, new Month(2026, 5), YEAR))
                    .isEqualTo("303");
        }

        @Test
        void in_a_sum_of_quarters_an_entry_counts_that_counts_in_its_quarter() {
            Score score = new PeriodScoring(
                            new PeriodScoring.Modes(QuarterScoring.PERIOD, YearScoring.SUM_OF_QUARTERS),
                            null,
                            month -> CATALOGUE)
                    .score(YEAR, List.of(january, april));
            assertThat(score.entries()).hasSize(2).allMatch(Score.JudgedEntry::counted);
        }

        private String total(QuarterScoring quarter, YearScoring year, @Nullable Month booksFrom, Period period) {
            return new PeriodScoring(new PeriodScoring.Modes(quarter, year), booksFrom, month -> CATALOGUE)
                    .score(period, List.of(january, april))
                    .total()
                    .toString();
        }
    }

    private String totalOf(Period period) {
        return score(period).total().toString();
    }

    private static Score score(Period period, CountingEntry... entries) {
        return new PeriodScoring(PeriodScoring.Modes.DEFAULT, null, month -> CATALOGUE).score(period, List.of(entries));
    }

    private CountingEntry bonus(String matter, String points, Month month) {
        return entry(EntryKind.BONUS, null, matter, points, month);
    }

    private CountingEntry deduction(String matter, String points, Month month) {
        return entry(EntryKind.DEDUCTION, null, matter, points, month);
    }

    private CountingEntry base(String item, String matter, String points, Month month) {
        return entry(EntryKind.BASE, item, matter, points, month);
    }

    private CountingEntry entry(EntryKind kind, @Nullable String item, String matter, String points, Month month) {
        entries++;
        Entry entry = new Entry(
                "e" + entries,
                kind,
                item == null ? "A1" : null,
                null,
                item,
                1,
                matter,
                Points.of(new BigDecimal(points)),
                month,
                month,
                false);
        return new CountingEntry(entry, month, Instant.EPOCH, entries);
    }
}
