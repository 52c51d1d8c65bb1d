package org.cadreledger.consequence.flags;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

    /** The same with the standings of another part of the board. */
    public BoardStandings and(BoardStandings other) {
        Map<String, Standing> both = new HashMap<>(standings);
        both.putAll(other.standings);
        return with(both);
    }

    /** Parts of at most so many cadres, at least one part. */
    public List<BoardStandings> inParts(int most) {
        if (standings.size() <= most) {
            return List.of(this);
        }
        List<BoardStandings> parts = new ArrayList<>();
        Map<String, Standing> part = new HashMap<>();
        for (Map.Entry<String, Standing> each : standings.entrySet()) {
            part.put(each.getKey(), each.getValue());
            if (part.size() == most) {
                parts.add(with(part));
                part = new HashMap<>();
            }
        }
        if (!part.isEmpty()) {
            parts.add(with(part));
        }
        return parts;
    }

    private BoardStandings with(Map<String, Standing> some) {
        return new BoardStandings(jurisdiction, period, revision, guard, publishedAt, isFinal, some);
    }
}
