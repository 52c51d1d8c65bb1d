package org.cadreledger.board.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cadreledger.board.Board.Cuts;
import org.cadreledger.board.BoardList;
import org.cadreledger.board.BoardSettings;
import org.cadreledger.board.BoardSettings.QuarterScoring;
import org.cadreledger.board.BoardSettings.Ties;
import org.cadreledger.board.BoardSettings.YearScoring;
import org.cadreledger.board.Designation;
import org.cadreledger.cadre.Category;
import org.junit.jupiter.api.Test;

/** domain.md "Ranking": places, quotas, ties, designations. */
class GroupRankingTest {
    @Test
    void equals_share_a_rank_and_the_next_rank_is_left_out() {
        GroupRanking ranking = rank(Ties.EXCLUDE, 10, 30, 20, 20);
        assertThat(ranking.ranked())
                .extracting(GroupRanking.Ranked::rank, GroupRanking.Ranked::cadreId)
                .containsExactly(tuple(1, "c001"), tuple(2, "c002"), tuple(2, "c003"), tuple(4, "c000"));
    }

    @Test
    void quotas_are_rounded_down() {
        assertThat(Cut.quota(15, 6)).isZero();
        assertThat(Cut.quota(15, 7)).isEqualTo(1);
        assertThat(Cut.quota(5, 19)).isZero();
        assertThat(Cut.quota(5, 20)).isEqualTo(1);
        assertThat(Cut.quota(15, 1_000_000_000)).isEqualTo(150_000_000);
    }

    @Test
    void nobody_is_listed_in_a_group_too_small_for_a_quota() {
        GroupRanking ranking = rank(Ties.INCLUDE, 1, 1, 1, 1, 1, 1);
        assertThat(ranking.ranked()).allMatch(row -> row.list() == null);
        assertThat(ranking.tiedAtCut()).isEqualTo(new Cuts(0, 0));
    }

    @Test
    void an_empty_group_ranks_nobody() {
        assertThat(rank(Ties.EXCLUDE).ranked()).isEmpty();
    }

    @Test
    void equals_across_a_cut_are_left_out_and_counted() {
        GroupRanking ranking = rank(Ties.EXCLUDE, twentyWith(9, 8, 8, 8));
        assertThat(listed(ranking, BoardList.TOP)).containsExactly("c000");
        assertThat(ranking.cuts()).isEqualTo(new Cuts(3, 1));
        assertThat(ranking.tiedAtCut()).isEqualTo(new Cuts(3, 16));
        assertThat(ranking.designable(BoardList.TOP)).containsExactly("c001", "c002", "c003");
        assertThat(ranking.free(BoardList.TOP)).isEqualTo(2);
    }

    @Test
    void equals_across_a_cut_are_taken_in_where_the_setting_says_so() {
        GroupRanking ranking = rank(Ties.INCLUDE, twentyWith(9, 8, 8, 8));
        assertThat(listed(ranking, BoardList.TOP)).containsExactly("c000", "c001", "c002", "c003");
        assertThat(listed(ranking, BoardList.BOTTOM)).hasSize(16);
        assertThat(ranking.free(BoardList.TOP)).isZero();
    }

    @Test
    void equals_that_fill_the_quota_exactly_are_no_tie() {
        GroupRanking ranking = rank(Ties.EXCLUDE, twentyWith(8, 8, 8));
        assertThat(listed(ranking, BoardList.TOP)).containsExactly("c000", "c001", "c002");
        assertThat(ranking.tiedAtCut().top()).isZero();
    }

    @Test
    void equals_across_both_cuts_are_on_neither_list() {
        for (Ties ties : Ties.values()) {
            GroupRanking ranking = rank(ties, twentyWith());
            assertThat(ranking.ranked()).hasSize(20).allMatch(row -> row.rank() == 1 && row.list() == null);
            assertThat(ranking.tiedAtCut()).isEqualTo(new Cuts(20, 20));
        }
    }

    @Test
    void the_publisher_designates_from_the_tied_up_to_the_free_places() {
        Designation designation = new Designation(
                Category.SECTION, null, BoardList.TOP, List.of("c000", "c019", "c003", "c002", "c001"), "reason");
        GroupRanking ranking = rank(Ties.EXCLUDE, List.of(designation), twentyWith(9, 8, 8, 8));
        assertThat(listed(ranking, BoardList.TOP)).containsExactly("c000", "c002", "c003");
        assertThat(ranking.free(BoardList.TOP)).isZero();
        assertThat(ranking.designable(BoardList.TOP)).containsExactly("c001");
    }

    @Test
    void a_total_out_of_range_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Placing.of(new long[] {10_000_000_001L}));
    }

    @Test
    void a_million_totals_are_placed_like_a_plain_sort_says() {
        assertPlacedLikeSorted(new Random(42).longs(1_000_000, -5_000, 25_000).toArray());
    }

    @Test
    void totals_far_apart_are_placed_like_a_plain_sort_says() {
        long[] totals =
                new Random(42).longs(10_000, -10_000_000_000L, 10_000_000_001L).toArray();
        totals[17] = totals[4_711];
        totals[18] = totals[4_711];
        assertPlacedLikeSorted(totals);
    }

    private static void assertPlacedLikeSorted(long[] totals) {
        Placing placing = Placing.of(totals);
        List<Integer> sorted = IntStream.range(0, totals.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -totals[i]))
                .toList();
        int[] ranks = placing.ranks();
        assertThat(IntStream.range(0, totals.length)
                        .mapToObj(placing::candidate)
                        .toList())
                .isEqualTo(sorted);
        int rank = 1;
        for (int place = 0; place < totals.length; place++) {
            boolean tied = place > 0 && totals[sorted.get(place)] == totals[sorted.get(place - 1)];
            rank = tied ? rank : place + 1;
            if (ranks[place] != rank || placing.total(place) != totals[sorted.get(place)]) {
                throw new AssertionError("place " + place);
            }
        }
    }

    /** Twenty totals that begin with those given, all others equal and lower. */
    private static long[] twentyWith(long... first) {
        return LongStream.concat(Arrays.stream(first), LongStream.generate(() -> 1))
                .limit(20)
                .toArray();
    }

    private static List<String> listed(GroupRanking ranking, BoardList list) {
        return ranking.ranked().stream()
                .filter(row -> row.list() == list)
                .map(GroupRanking.Ranked::cadreId)
                .toList();
    }

    private static GroupRanking rank(Ties ties, long... totals) {
        return rank(ties, List.of(), totals);
    }

    private static GroupRanking rank(Ties ties, List<Designation> designations, long... totals) {
        List<String> ids = IntStream.range(0, totals.length)
                .mapToObj(i -> "c%03d".formatted(i))
                .toList();
        BoardSettings settings = new BoardSettings(1, QuarterScoring.PERIOD, YearScoring.PERIOD, ties, 15, 5, 5);
        return GroupRanking.of(ids, totals, settings, designations);
    }
}
