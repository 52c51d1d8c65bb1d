package org.cadreledger.board.computing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cadreledger.board.Board.Cuts;
import org.cadreledger.board.Board.GroupSummary;
import org.cadreledger.board.Board.WhyNotRanked;
import org.cadreledger.board.BoardList;
import org.cadreledger.board.computing.BoardContent.CategoryContent;
import org.cadreledger.board.computing.BoardContent.NotRankedRow;
import org.cadreledger.board.computing.BoardContent.Row;
import org.cadreledger.cadre.Category;
import org.cadreledger.points.Points;
import org.cadreledger.time.Quarter;
import org.junit.jupiter.api.Test;

/** The worked example of ops/decisions/0004-board-seal.md, and what counts as a changed row. */
class BoardSealTest {
    private static final Row FIRST = new Row(1, "c017", "旗委组织部", null, new Points(10_450), BoardList.TOP);
    private static final Row SECOND = new Row(2, "c002", "阿镇\t政府", null, new Points(9_900), null);
    private static final NotRankedRow AWAY = new NotRankedRow("c009", "旗委组织部", WhyNotRanked.ON_LEAVE);

    private final BoardContent board = board(1, List.of(FIRST, SECOND), List.of(AWAY));

    @Test
    void the_canonical_form_is_that_of_the_worked_example() {
        assertThat(new String(board.canonicalBytes(), StandardCharsets.UTF_8)).isEqualTo("""
                        cadre-ledger-board 1
                        jurisdiction\t150726
                        period\t2026-Q1
                        revision\t1
                        position\t4711
                        category\tSECTION
                        group\t\t2\t1\t0\t0\t0
                        row\t1\tc017\t旗委组织部\t\t104.5\tTOP
                        row\t2\tc002\t阿镇\\t政府\t\t99\t
                        not-ranked\tc009\tON_LEAVE
                        category\tRESERVE
                        """);
    }

    @Test
    void the_seal_is_that_of_the_worked_example() {
        assertThat(board.seal()).isEqualTo("b8d86a07b53d9dc8711f8a30033e3cf5753c7c471576af48ac4935cd61bb6161");
    }

    @Test
    void anything_that_is_shown_changes_the_seal() {
        Row moved = new Row(2, "c002", "阿镇政府", null, new Points(9_900), null);
        assertThat(board(1, List.of(FIRST, moved), List.of(AWAY)).seal()).isNotEqualTo(board.seal());
        assertThat(board(2, List.of(FIRST, SECOND), List.of(AWAY)).seal()).isNotEqualTo(board.seal());
        assertThat(board(1, List.of(FIRST, SECOND), List.of()).seal()).isNotEqualTo(board.seal());
    }

    @Test
    void of_the_first_revision_all_rows_are_changed() {
        assertThat(board.changedRows(null)).isEqualTo(3);
    }

    @Test
    void a_revision_that_says_the_same_changes_no_row() {
        assertThat(board(2, List.of(FIRST, SECOND), List.of(AWAY)).changedRows(board))
                .isZero();
    }

    @Test
    void rows_that_come_go_or_say_something_else_are_changed() {
        Row lower = new Row(2, "c002", "阿镇\t政府", null, new Points(9_800), null);
        assertThat(board(2, List.of(FIRST, lower), List.of(AWAY)).changedRows(board))
                .isEqualTo(1);
        assertThat(board(2, List.of(FIRST), List.of()).changedRows(board)).isEqualTo(2);
        Row back = new Row(3, "c009", "旗委组织部", null, new Points(9_000), null);
        assertThat(board(2, List.of(FIRST, SECOND, back), List.of()).changedRows(board))
                .isEqualTo(1);
    }

    @Test
    void sums_of_groups_are_given_for_the_category() {
        List<GroupSummary> groups = new ArrayList<>();
        groups.add(new GroupSummary(null, 20, new Cuts(3, 1), new Cuts(0, 2)));
        groups.add(new GroupSummary("towns", 40, new Cuts(6, 2), new Cuts(3, 0)));
        CategoryContent content = new CategoryContent(Category.SECTION, groups, List.of(), List.of());
        assertThat(content.cuts()).isEqualTo(new Cuts(9, 3));
        assertThat(content.tiedAtCut()).isEqualTo(new Cuts(3, 2));
    }

    private static BoardContent board(int revision, List<Row> rows, List<NotRankedRow> notRanked) {
        GroupSummary group = new GroupSummary(null, 2, new Cuts(1, 0), new Cuts(0, 0));
        CategoryContent section = new CategoryContent(Category.SECTION, List.of(group), rows, notRanked);
        CategoryContent reserve = new CategoryContent(Category.RESERVE, List.of(), List.of(), List.of());
        return new BoardContent("150726", new Quarter(2026, 1), revision, 4711, List.of(section, reserve));
    }
}
