package org.cadreledger.period.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.cadreledger.board.Board;
import org.cadreledger.board.BoardList;
import org.cadreledger.board.BoardSettings;
import org.cadreledger.cadre.Category;
import org.cadreledger.period.DesignateTied;
import org.cadreledger.testbed.Boards;
import org.cadreledger.testbed.Given;
import org.cadreledger.time.Period;
import org.junit.jupiter.api.Test;

class TiedAtCutTest {
    /** Two places at the top of twenty, one at the bottom of twenty. */
    private static final BoardSettings SETTINGS = new BoardDefaults(
                    Given.DEFAULTS.scoring(), new BoardDefaults.Ranking(BoardSettings.Ties.EXCLUDE, 40, 20))
            .settings(5);

    private static TiedAtCut at(Board board, BoardList list) {
        DesignateTied command =
                new DesignateTied("j1", Period.parse("2026-Q1"), Category.SECTION, null, list, List.of("c1"), "reason");
        return TiedAtCut.of(board, command, SETTINGS);
    }

    @Test
    void nobody_is_tied_where_the_cut_falls_between_different_totals() {
        assertThat(at(Boards.of(1, "9", "8", "7", "6", "5"), BoardList.TOP)).isEqualTo(new TiedAtCut(Set.of(), 0));
    }

    @Test
    void equals_within_the_list_are_not_at_the_cut() {
        assertThat(at(Boards.of(1, "9", "9", "7", "6", "5"), BoardList.TOP).free())
                .isZero();
    }

    @Test
    void equals_that_straddle_the_top_cut_share_what_those_before_leave() {
        assertThat(at(Boards.of(1, "9", "8", "8", "8", "5"), BoardList.TOP))
                .isEqualTo(new TiedAtCut(Set.of("c2", "c3", "c4"), 1));
    }

    @Test
    void equals_that_straddle_the_bottom_cut_are_counted_from_the_end() {
        assertThat(at(Boards.of(1, "9", "8", "7", "6", "6"), BoardList.BOTTOM))
                .isEqualTo(new TiedAtCut(Set.of("c4", "c5"), 1));
    }

    @Test
    void one_who_was_designated_before_takes_a_place() {
        Board board = Boards.listed(Boards.of(1, "8", "8", "8", "8", "5"), "c3", BoardList.TOP);
        assertThat(at(board, BoardList.TOP)).isEqualTo(new TiedAtCut(Set.of("c1", "c2", "c4"), 1));
    }

    @Test
    void one_who_is_on_the_other_list_already_cannot_be_designated() {
        Board board = Boards.listed(Boards.of(1, "8", "8", "8", "8", "8"), "c3", BoardList.BOTTOM);
        assertThat(at(board, BoardList.TOP)).isEqualTo(new TiedAtCut(Set.of("c1", "c2", "c4", "c5"), 2));
    }

    @Test
    void a_group_too_small_for_a_place_has_no_cut() {
        assertThat(at(Boards.of(1, "8", "8"), BoardList.BOTTOM).free()).isZero();
    }

    @Test
    void all_equal_are_all_tied() {
        assertThat(at(Boards.of(1, "8", "8", "8", "8", "8"), BoardList.TOP).free())
                .isEqualTo(2);
    }
}
