package org.cadreledger.board;

import java.time.Instant;
import java.util.List;
import org.cadreledger.cadre.Category;
import org.cadreledger.points.Points;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A published board of one category ({@code GET /boards/{period}}).
 *
 * @param position of the publishing in the log: the board is computed from everything up to it and nothing after
 * @param seal hex SHA-256 over the whole board of the county (both categories, no names); null while being computed
 * @param ranked number of ranked cadres of the category
 */
public record Board(
        Period period,
        String jurisdiction,
        Category category,
        int revision,
        Instant publishedAt,
        long position,
        @Nullable String seal,
        boolean isFinal,
        int ranked,
        Cuts cuts,
        List<GroupSummary> groups,
        List<Row> rows,
        List<NotRanked> notRanked,
        Cuts tiedAtCut) {

    /** Numbers of cadres at the two ends. */
    public record Cuts(int top, int bottom) {}

    /** @param group null for the category's default group */
    public record GroupSummary(@Nullable String group, int ranked, Cuts cuts, Cuts tiedAtCut) {}

    /** @param name null after erasure */
    public record Row(
            int rank,
            String cadreId,
            @Nullable String name,
            String unit,
            @Nullable String group,
            Points total,
            @Nullable BoardList list) {}

    public record NotRanked(String cadreId, @Nullable String name, String unit, WhyNotRanked reason) {}

    /** domain.md "Ranking". */
    public enum WhyNotRanked {
        REGISTERED_TOO_LATE,
        ON_LEAVE,
        UNDER_INVESTIGATION,
        RETIRED
    }
}
