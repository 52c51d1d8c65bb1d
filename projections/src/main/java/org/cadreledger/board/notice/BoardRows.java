package org.cadreledger.board.notice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cadreledger.board.Board.GroupSummary;
import org.cadreledger.board.BoardList;
import org.cadreledger.board.Boards.Figures;
import org.cadreledger.board.computing.BoardContent.CategoryContent;
import org.cadreledger.board.computing.BoardContent.NotRankedRow;
import org.cadreledger.board.computing.BoardContent.Row;
import org.cadreledger.cadre.Category;
import org.cadreledger.documents.Generation;
import org.cadreledger.documents.Kept;
import org.cadreledger.points.Points;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** The rows of boards in memory: a revision never changes once it has a header. */
final class BoardRows {
    /** Of rows kept; each weighs some 200 bytes: fifty boards of 3,000. */
    private static final int MOST = 150_000;

    private final BoardShelf shelf;
    private final Kept<Key, Rows> kept = new Kept<>(MOST, Rows::size);

    BoardRows(BoardShelf shelf) {
        this.shelf = shelf;
    }

    private record Key(int generation, String jurisdiction, Period period, int revision, Category category) {}

    /** The totals beside which a place is far from the lists or near; null where nobody is on the list. */
    record Cuts(@Nullable Points top, @Nullable Points bottom) {}

    /** One category's rows with what is looked up in them. */
    record Rows(
            CategoryContent content,
            Map<String, Row> byCadre,
            Map<String, NotRankedRow> notRanked,
            Map<String, Cuts> cuts,
            Figures figures) {
        int size() {
            return byCadre.size() + notRanked.size();
        }

        /** @param group null for the default one */
        Cuts cuts(@Nullable String group) {
            return cuts.getOrDefault(named(group), new Cuts(null, null));
        }

        int ranked(@Nullable String group) {
            return content.groups().stream()
                    .filter(summary -> Objects.equals(summary.group(), group))
                    .mapToInt(GroupSummary::ranked)
                    .sum();
        }
    }

    static String named(@Nullable String group) {
        return group == null ? "" : group;
    }

    Rows of(Generation generation, BoardHeader header, Category category) {
        Key key = new Key(generation.number(), header.jurisdiction(), header.period(), header.revision(), category);
        Rows known = kept.get(key);
        if (known != null) {
            return known;
        }
        Rows read = rows(shelf.content(generation, header, header.of(category)));
        kept.put(key, read);
        return read;
    }

    private static Rows rows(CategoryContent content) {
        Map<String, Row> byCadre = new HashMap<>();
        content.rows().forEach(row -> byCadre.put(row.cadreId(), row));
        Map<String, NotRankedRow> notRanked = new HashMap<>();
        content.notRanked().forEach(row -> notRanked.put(row.cadreId(), row));
        Map<String, List<Row>> groups = new HashMap<>();
        content.rows()
                .forEach(row -> groups.computeIfAbsent(named(row.group()), g -> new ArrayList<>())
                        .add(row));
        Map<String, Cuts> cuts = new HashMap<>();
        groups.forEach((group, rows) -> cuts.put(group, cuts(rows)));
        return new Rows(content, byCadre, notRanked, cuts, BoardReading.figures(content));
    }

    /** The least total on the top list, and the least of those who are not on the bottom list. */
    private static Cuts cuts(List<Row> rows) {
        boolean anyBottom = rows.stream().anyMatch(row -> row.list() == BoardList.BOTTOM);
        return new Cuts(
                rows.stream()
                        .filter(row -> row.list() == BoardList.TOP)
                        .map(Row::total)
                        .reduce(Points::min)
                        .orElse(null),
                rows.stream()
                        .filter(row -> anyBottom && row.list() != BoardList.BOTTOM)
                        .map(Row::total)
                        .reduce(Points::min)
                        .orElse(null));
    }
}
