package org.cadreledger.board.pages;

import java.util.List;
import java.util.Optional;
import org.cadreledger.access.Actor;
import org.cadreledger.board.Board;
import org.cadreledger.board.Board.GroupSummary;
import org.cadreledger.board.Boards;
import org.cadreledger.board.Boards.Filter;
import org.cadreledger.board.Boards.Part;
import org.cadreledger.cadre.Category;
import org.cadreledger.documents.Kept;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a board's page shows. */
@Component
class BoardSheet {
    /** Of tied rows kept. */
    private static final int MOST = 50_000;

    private final Boards boards;
    private final Kept<Key, List<Tied>> ties = new Kept<>(MOST, BoardSheet::weight);

    BoardSheet(Boards boards) {
        this.boards = boards;
    }

    /** @param seal of the content, so that the same revision of other content would be another */
    private record Key(
            String jurisdiction,
            Period period,
            Category category,
            int revision,
            @Nullable String seal) {}

    private static int weight(List<Tied> ties) {
        return 1 + ties.stream().mapToInt(tied -> tied.rows().size()).sum();
    }

    /**
     * A row as it is shown.
     *
     * @param tied whether it is on neither list only because of equals
     * @param own whether it is the reader's
     */
    public record Line(Board.Row row, boolean tied, boolean own) {}

    Part part(String county, Period period, Asked asked) {
        return boards.page(
                        county,
                        period,
                        asked.categoryOrFirst(),
                        asked.revision(),
                        asked.filter(),
                        asked.from(),
                        asked.limit())
                .orElseThrow(() -> Refusal.of(Reason.UNKNOWN_BOARD, period));
    }

    /** The same for who only shows how many they are: read once for each revision, which never changes. Nobody has a name in it. */
    List<Tied> ties(Board board) {
        Key key = new Key(board.jurisdiction(), board.period(), board.category(), board.revision(), board.seal());
        List<Tied> known = ties.get(key);
        if (known != null) {
            return known;
        }
        List<Tied> read = tied(board).stream().map(Tied::withoutNames).toList();
        ties.put(key, read);
        return read;
    }

    /** Equals at the cuts, with the names that the register knows now. */
    List<Tied> tied(Board board) {
        return Tied.of(board.groups(), group -> rows(board, group));
    }

    private List<Board.Row> rows(Board board, GroupSummary group) {
        Filter ofGroup = new Filter(null, null, group.group() == null ? "" : group.group(), null);
        return boards.page(
                        board.jurisdiction(),
                        board.period(),
                        board.category(),
                        board.revision(),
                        ofGroup,
                        0,
                        Integer.MAX_VALUE)
                .map(part -> part.board().rows())
                .orElse(List.of());
    }

    static List<Line> lines(Board board, List<Tied> tied, @Nullable Actor actor) {
        return board.rows().stream()
                .map(row -> new Line(
                        row, tied.stream().anyMatch(group -> group.has(row)), actor != null && actor.is(row.cadreId())))
                .toList();
    }

    /** The reader's own place, of whichever category. */
    Boards.@Nullable Place own(@Nullable Actor actor, Board board) {
        String cadreId = actor == null ? null : actor.cadreId();
        return Optional.ofNullable(cadreId)
                .flatMap(id -> boards.rowOf(id, board.jurisdiction(), board.period(), board.revision()))
                .orElse(null);
    }
}
