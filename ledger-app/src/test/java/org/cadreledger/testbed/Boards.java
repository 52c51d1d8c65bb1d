package org.cadreledger.testbed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cadreledger.board.Board;
import org.cadreledger.board.BoardList;
import org.cadreledger.cadre.Category;
import org.cadreledger.time.Period;

/** Boards of 2026-Q1 for tests. */
public final class Boards {
    private Boards() {}

    /** Cadres c1, c2, … with these totals, nobody on a list. */
    public static Board of(int revision, String... totals) {
        List<Board.Row> rows = new ArrayList<>();
        for (String total : totals) {
            rows.add(new Board.Row(0, "c" + (rows.size() + 1), null, "unit-1", null, Given.points(total), null));
        }
        return of(revision, rows);
    }

    /** The same board with that cadre on a list. */
    public static Board listed(Board board, String cadreId, BoardList list) {
        return of(
                board.revision(),
                board.rows().stream()
                        .map(row -> row.cadreId().equals(cadreId)
                                ? new Board.Row(
                                        row.rank(),
                                        row.cadreId(),
                                        row.name(),
                                        row.unit(),
                                        row.group(),
                                        row.total(),
                                        list)
                                : row)
                        .toList());
    }

    private static Board of(int revision, List<Board.Row> rows) {
        Board.Cuts none = new Board.Cuts(0, 0);
        return new Board(
                Period.parse("2026-Q1"),
                "j1",
                Category.SECTION,
                revision,
                Instant.EPOCH,
                1,
                "seal",
                false,
                rows.size(),
                none,
                List.of(),
                rows,
                List.of(),
                none);
    }
}
