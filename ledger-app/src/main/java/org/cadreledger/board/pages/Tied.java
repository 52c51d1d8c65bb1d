package org.cadreledger.board.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.cadreledger.board.Board.GroupSummary;
import org.cadreledger.board.Board.Row;
import org.cadreledger.board.BoardList;
import org.cadreledger.points.Points;
import org.jspecify.annotations.Nullable;

/**
 * Equals who straddle a cut of their group and are on neither list (domain.md "Ranking").
 *
 * @param group null for the category's default group
 * @param places how many may still be put on the list
 * @param total that they all have
 */
public record Tied(BoardList list, @Nullable String group, int places, Points total, List<Row> rows) {

    /** @param rowsOf all rows of a group, in order; asked only where there are ties */
    static List<Tied> of(List<GroupSummary> groups, Function<GroupSummary, List<Row>> rowsOf) {
        List<Tied> found = new ArrayList<>();
        for (GroupSummary group : groups) {
            if (group.tiedAtCut().top() == 0 && group.tiedAtCut().bottom() == 0) {
                continue;
            }
            List<Row> rows = rowsOf.apply(group);
            int top = group.cuts().top();
            int bottom = group.cuts().bottom();
            add(BoardList.TOP, group, top, rows, row -> row.rank() <= top, found);
            Map<Points, Integer> below = below(rows);
            add(BoardList.BOTTOM, group, bottom, rows, row -> below.getOrDefault(row.total(), 0) < bottom, found);
        }
        return List.copyOf(found);
    }

    /** How many have less than a total; the rows stand by rank, so one look from the end is enough for thousands. */
    private static Map<Points, Integer> below(List<Row> rows) {
        Map<Points, Integer> below = new HashMap<>();
        int passed = 0;
        for (Row row : rows.reversed()) {
            below.putIfAbsent(row.total(), passed);
            passed++;
        }
        return below;
    }

    private static void add(
            BoardList list,
            GroupSummary group,
            int quota,
            List<Row> rows,
            Predicate<Row> withinQuota,
            List<Tied> found) {
        List<Row> tied = rows.stream()
                .filter(row -> row.list() == null)
                .filter(withinQuota)
                .toList();
        int listed = (int) rows.stream().filter(row -> row.list() == list).count();
        if (!tied.isEmpty()) {
            found.add(new Tied(
                    list, group.group(), quota - listed, tied.getFirst().total(), tied));
        }
    }

    /** To be kept: names come and go with the register. */
    Tied withoutNames() {
        return new Tied(
                list,
                group,
                places,
                total,
                rows.stream()
                        .map(row -> new Row(
                                row.rank(), row.cadreId(), null, row.unit(), row.group(), row.total(), row.list()))
                        .toList());
    }

    /** Whether a row is one of them: equals of the same group that are on no list. */
    boolean has(Row row) {
        return row.list() == null && row.total().equals(total) && Objects.equals(row.group(), group);
    }
}
