package org.cadreledger.projecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.cadreledger.board.Board;
import org.cadreledger.board.BoardList;
import org.cadreledger.board.Boards;
import org.cadreledger.board.Boards.Filter;
import org.cadreledger.cadre.Absence;
import org.cadreledger.cadre.CadreEvent.AbsenceRecorded;
import org.cadreledger.cadre.Category;
import org.cadreledger.facts.Streams;
import org.cadreledger.points.Points;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.time.Month;
import org.cadreledger.time.Quarter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoardReadsTest extends ReadSideFixture {
    private static final Month JANUARY = new Month(2026, 1);
    private static final Quarter Q1 = new Quarter(2026, 1);
    private static final int CADRES = 40;

    /** With two who never claim and are last. */
    private static final int RANKED = 42;

    @BeforeEach
    void a_county() {
        county.catalogue();
        county.define(JANUARY);
        for (int i = 0; i < CADRES; i++) {
            county.register("c" + i, "名" + i, "单位" + i % 4, Category.SECTION);
        }
        county.register("idle1", "闲1", "单位8", Category.SECTION);
        county.register("idle2", "闲2", "单位8", Category.SECTION);
        county.register("away", "远", "单位9", Category.SECTION);
        county.append(
                "reg",
                Streams.cadre("away"),
                new AbsenceRecorded("away", new Absence("l1", Absence.Kind.LEAVE, LocalDate.of(2026, 1, 1), null)));
    }

    /** Revision 2 comes after an entry of c3 was reversed. */
    private ReadModels two_revisions_and_a_second_quarter() {
        county.quarter(Q1, CADRES);
        county.reverse("c3", JANUARY + "-3", JANUARY);
        county.publish(Q1, 2);
        county.quarter(Q1.next(), CADRES);
        return caughtUp();
    }

    private static Board whole(ReadModels models, Quarter quarter) {
        return models.boards().find("ly", quarter, Category.SECTION, null).orElseThrow();
    }

    @Test
    void pages_are_the_whole_board_in_parts() {
        Boards boards = two_revisions_and_a_second_quarter().boards();
        Board whole = boards.find("ly", Q1, Category.SECTION, 2).orElseThrow();
        Boards.Part first =
                boards.page("ly", Q1, Category.SECTION, null, Filter.ALL, 0, 25).orElseThrow();
        Boards.Part second =
                boards.page("ly", Q1, Category.SECTION, 2, Filter.ALL, 25, 25).orElseThrow();
        assertThat(first.board().rows()).isEqualTo(whole.rows().subList(0, 25));
        assertThat(second.board().rows()).isEqualTo(whole.rows().subList(25, RANKED));
        assertThat(first.matching()).isEqualTo(RANKED);
        assertThat(second.from()).isEqualTo(25);
        assertThat(first.board())
                .usingRecursiveComparison()
                .ignoringFields("rows")
                .isEqualTo(whole);
        assertThat(boards.page("ly", Q1, Category.RESERVE, null, Filter.ALL, 0, 25)
                        .orElseThrow()
                        .board()
                        .rows())
                .isEmpty();
        assertThat(boards.page("ly", Q1, Category.SECTION, 3, Filter.ALL, 0, 25))
                .isEmpty();
    }

    @Test
    void filters_find_rows_by_name_unit_and_list() {
        Boards boards = two_revisions_and_a_second_quarter().boards();
        var byName = boards.page("ly", Q1, Category.SECTION, null, new Filter("名17", null, null, null), 0, 10)
                .orElseThrow();
        assertThat(byName.board().rows()).extracting(Board.Row::cadreId).containsExactly("c17");
        assertThat(byName.board().notRanked()).isEmpty();
        assertThat(byName.board().ranked()).isEqualTo(RANKED);
        var byUnit = boards.page("ly", Q1, Category.SECTION, null, new Filter(null, "单位2", "", null), 0, 3)
                .orElseThrow();
        assertThat(byUnit.matching()).isEqualTo(CADRES / 4);
        assertThat(byUnit.board().rows()).hasSize(3).allMatch(row -> row.unit().equals("单位2"));
        var top = boards.page("ly", Q1, Category.SECTION, null, new Filter(null, null, null, BoardList.TOP), 0, 99)
                .orElseThrow();
        assertThat(top.board().rows()).isNotEmpty().allMatch(row -> row.list() == BoardList.TOP);
        assertThat(top.board().notRanked()).isEmpty();
        var away = boards.page("ly", Q1, Category.SECTION, null, new Filter("远", null, null, null), 0, 10)
                .orElseThrow();
        assertThat(away.board().notRanked()).extracting(Board.NotRanked::name).containsExactly("远");
    }

    @Test
    void revisions_and_periods_are_listed() {
        ReadModels models = two_revisions_and_a_second_quarter();
        List<Boards.Revision> revisions = models.boards().revisions("ly", Q1);
        assertThat(revisions)
                .extracting(Boards.Revision::revision, Boards.Revision::publishedBy)
                .containsExactly(tuple(1, "chen"), tuple(2, "chen"));
        assertThat(revisions.getFirst().changedRows()).isEqualTo(RANKED + 1);
        assertThat(revisions.getLast().seal()).isEqualTo(whole(models, Q1).seal());
        assertThat(revisions.getLast().objectionsUntil()).isEqualTo(LocalDate.of(2026, 4, 10));
        assertThat(models.boards().periods("ly"))
                .extracting(Boards.Published::period, Boards.Published::revision)
                .containsExactly(tuple(Q1.next(), 1), tuple(Q1, 2));
        assertThat(models.boards().revisions("ly", new Quarter(2025, 1))).isEmpty();
        assertThat(models.boards().periods("elsewhere")).isEmpty();
    }

    @Test
    void a_cadre_finds_the_own_line_ranked_or_not() {
        ReadModels models = two_revisions_and_a_second_quarter();
        Boards.Place place = models.boards().rowOf("c3", "ly", Q1, null).orElseThrow();
        assertThat(whole(models, Q1).rows()).contains(place.row());
        assertThat(place.board().rows()).isEmpty();
        assertThat(place.board().ranked()).isEqualTo(RANKED);
        Boards.Place away = models.boards().rowOf("away", "ly", Q1, null).orElseThrow();
        assertThat(away.row()).isNull();
        assertThat(away.notRanked()).extracting("reason").isEqualTo(Board.WhyNotRanked.ON_LEAVE);
        assertThat(models.boards().rowOf("nobody", "ly", Q1, null)).isEmpty();
    }

    @Test
    void standings_show_the_trend_and_both_cuts() {
        ReadModels models = two_revisions_and_a_second_quarter();
        List<Boards.Standing> standings = models.boards().standings("c3");
        assertThat(standings)
                .extracting(Boards.Standing::period, Boards.Standing::revision, Boards.Standing::ranked)
                .containsExactly(tuple(Q1, 2, RANKED), tuple(Q1.next(), 1, RANKED));
        for (Boards.Standing standing : standings) {
            Board board = whole(models, (Quarter) standing.period());
            Board.Row own = board.rows().stream()
                    .filter(row -> row.cadreId().equals("c3"))
                    .findFirst()
                    .orElseThrow();
            assertThat(standing.rank()).isEqualTo(own.rank());
            assertThat(standing.total()).isEqualTo(own.total());
            assertThat(standing.list()).isEqualTo(own.list());
            assertThat(standing.topCut()).isEqualTo(least(board, BoardList.TOP, true));
            assertThat(standing.bottomCut()).isEqualTo(least(board, BoardList.BOTTOM, false));
        }
        assertThat(models.boards().standings("away"))
                .extracting(Boards.Standing::notRanked, Boards.Standing::rank)
                .containsOnly(tuple(Board.WhyNotRanked.ON_LEAVE, null));
        assertThat(models.boards().standings("nobody")).isEmpty();
    }

    private static Points least(Board board, BoardList list, boolean on) {
        assertThat(board.rows()).anyMatch(row -> row.list() == list);
        return board.rows().stream()
                .filter(row -> (row.list() == list) == on)
                .map(Board.Row::total)
                .min(Points::compareTo)
                .orElseThrow();
    }

    @Test
    void what_changed_between_two_revisions_is_what_the_seal_counted() {
        ReadModels models = two_revisions_and_a_second_quarter();
        List<Boards.Change> changes = models.boards().changes("ly", Q1, Category.SECTION, 1, 2);
        assertThat(changes)
                .hasSize(models.boards().seal("ly", Q1, 2).orElseThrow().changedRows())
                .extracting(Boards.Change::cadreId)
                .contains("c3");
        Boards.Change own = changes.stream()
                .filter(change -> change.cadreId().equals("c3"))
                .findFirst()
                .orElseThrow();
        assertThat(own.name()).isEqualTo("名3");
        assertThat(own.before()).isNotEqualTo(own.after());
        assertThat(models.boards().changes("ly", Q1, Category.SECTION, 2, 2)).isEmpty();
        assertThat(models.boards().changes("ly", Q1, Category.SECTION, 2, 3)).isEmpty();
    }

    @Test
    void figures_are_those_of_all_rows() {
        ReadModels models = two_revisions_and_a_second_quarter();
        Boards.Figures figures =
                models.boards().figures("ly", Q1, Category.SECTION, null).orElseThrow();
        Board board = whole(models, Q1);
        assertThat(figures.totals())
                .isEqualTo(board.rows().stream().map(Board.Row::total).toList());
        assertThat(figures.units())
                .hasSize(5)
                .allMatch(unit -> unit.ranked() == (unit.unit().equals("单位8") ? 2 : CADRES / 4))
                .extracting(Boards.UnitFigures::average)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
        long sum = figures.units().stream()
                .mapToLong(unit -> unit.average().hundredths() * unit.ranked())
                .sum();
        assertThat(sum)
                .isEqualTo(
                        figures.totals().stream().mapToLong(Points::hundredths).sum());
        assertThat(figures.units().stream().mapToInt(Boards.UnitFigures::top).sum())
                .isEqualTo(board.rows().stream()
                        .filter(row -> row.list() == BoardList.TOP)
                        .count());
        assertThat(figures.groups()).containsExactly("");
    }

    @Test
    void a_rebuilt_board_reads_the_same() {
        ReadModels models = models();
        Projectors projectors = started(models, tokens());
        county.quarter(Q1, CADRES);
        catchUp(projectors);
        var before = models.boards().page("ly", Q1, Category.SECTION, null, Filter.ALL, 0, 10);
        var standings = models.boards().standings("c1");
        new Rebuilding(List.of(projectors.named("ledger").orElseThrow()), log).run();
        assertThat(models.boards().page("ly", Q1, Category.SECTION, null, Filter.ALL, 0, 10))
                .isPresent()
                .isEqualTo(before);
        assertThat(models.boards().standings("c1")).isEqualTo(standings);
    }
}
