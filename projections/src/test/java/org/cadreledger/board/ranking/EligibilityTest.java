package org.cadreledger.board.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.cadreledger.board.Board.WhyNotRanked;
import org.cadreledger.cadre.Absence;
import org.cadreledger.cadre.Absence.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** domain.md "Ranking": who is listed apart. The first quarter of 2026 has 90 days, the second 91. */
class EligibilityTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final Eligibility Q1 = new Eligibility(day(1, 1), day(3, 31));
    private static final Eligibility Q2 = new Eligibility(day(4, 1), day(6, 30));

    @Test
    void registered_for_exactly_half_the_days_is_enough() {
        assertThat(Q1.whyNotRanked(day(2, 15), List.of())).isNull();
        assertThat(Q1.whyNotRanked(day(2, 16), List.of())).isEqualTo(WhyNotRanked.REGISTERED_TOO_LATE);
    }

    @Test
    void of_an_odd_number_of_days_half_is_not_rounded() {
        assertThat(Q2.whyNotRanked(day(5, 16), List.of())).isNull();
        assertThat(Q2.whyNotRanked(day(5, 17), List.of())).isEqualTo(WhyNotRanked.REGISTERED_TOO_LATE);
    }

    @Test
    void leave_of_exactly_half_the_days_is_not_over_half() {
        assertThat(why(leave(day(1, 1), day(2, 14)))).isNull();
        assertThat(why(leave(day(1, 1), day(2, 15)))).isEqualTo(WhyNotRanked.ON_LEAVE);
    }

    @Test
    void overlapping_leaves_are_counted_once_and_separate_ones_together() {
        assertThat(why(leave(day(1, 1), day(1, 31)), leave(day(1, 5), day(2, 14)), leave(day(1, 10), day(1, 12))))
                .isNull();
        assertThat(why(leave(day(3, 1), day(3, 31)), leave(day(1, 1), day(1, 15))))
                .isEqualTo(WhyNotRanked.ON_LEAVE);
    }

    @Test
    void leave_outside_the_period_does_not_count_and_leave_without_end_lasts() {
        assertThat(why(leave(LocalDate.of(2025, 1, 1), day(2, 14)))).isNull();
        assertThat(why(leave(day(2, 14), null))).isEqualTo(WhyNotRanked.ON_LEAVE);
        assertThat(why(leave(day(2, 15), null))).isNull();
    }

    @Test
    void investigation_matters_on_the_last_day_alone() {
        assertThat(why(new Absence("a", Kind.INVESTIGATION, day(1, 1), day(3, 30))))
                .isNull();
        assertThat(why(new Absence("a", Kind.INVESTIGATION, day(3, 31), null)))
                .isEqualTo(WhyNotRanked.UNDER_INVESTIGATION);
        assertThat(why(new Absence("a", Kind.INVESTIGATION, day(4, 1), null))).isNull();
    }

    @Test
    void retired_on_or_before_the_last_day() {
        assertThat(why(new Absence("a", Kind.RETIRED, LONG_AGO, null))).isEqualTo(WhyNotRanked.RETIRED);
        assertThat(why(new Absence("a", Kind.RETIRED, day(3, 31), null))).isEqualTo(WhyNotRanked.RETIRED);
        assertThat(why(new Absence("a", Kind.RETIRED, day(4, 1), null))).isNull();
    }

    @Test
    void of_several_reasons_the_first_in_the_order_of_the_rule_is_given() {
        Absence retired = new Absence("a", Kind.RETIRED, LONG_AGO, null);
        assertThat(why(retired, new Absence("b", Kind.INVESTIGATION, LONG_AGO, null)))
                .isEqualTo(WhyNotRanked.UNDER_INVESTIGATION);
        assertThat(why(retired, leave(LONG_AGO, null))).isEqualTo(WhyNotRanked.ON_LEAVE);
    }

    private static @Nullable WhyNotRanked why(Absence... absences) {
        return Q1.whyNotRanked(LONG_AGO, Arrays.asList(absences));
    }

    private static Absence leave(LocalDate from, @Nullable LocalDate to) {
        return new Absence("l" + from, Kind.LEAVE, from, to);
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}
