package org.cadreledger.consequence.flags;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.cadreledger.board.BoardList;
import org.cadreledger.board.computing.BoardContent;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Who stood where on one revision of a board, both categories and all groups together.
 *
 * @param guard of the publication of this revision ({@link Recorded#guard()})
 * @param isFinal whether the period is final now, whatever its revision
 * @param standings by cadre id, ranked cadres only: a cadre who is not ranked or not on the board has none
 */
public record BoardStandings(
        String jurisdiction,
        Period period,
        int revision,
        long guard,
        Instant publishedAt,
        boolean isFinal,
        Map<String, Standing> standings) {

    /** Where a ranked cadre stands. */
    public enum Standing {
        TOP,
        BOTTOM,
        BETWEEN;

        public static Standing of(@Nullable BoardList list) {
            return switch (list) {
                case TOP -> TOP;
                case BOTTOM -> BOTTOM;
                case null -> BETWEEN;
            };
        }
    }

    public static BoardStandings of(BoardContent content, Recorded<BoardPublished> published, boolean isFinal) {
        Map<String, Standing> standings = new HashMap<>();
        content.categories()
                .forEach(category ->
                        category.rows().forEach(row -> standings.put(row.cadreId(), Standing.of(row.list()))));
        return new BoardStandings(
                content.jurisdiction(),
                content.period(),
                content.revision(),
                published.guard(),
                published.at(),
                isFinal,
                standings);
    }
}
