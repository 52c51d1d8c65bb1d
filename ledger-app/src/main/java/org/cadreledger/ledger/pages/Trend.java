package org.cadreledger.ledger.pages;

import java.util.List;
import org.cadreledger.board.Boards.Standing;
import org.cadreledger.points.Points;
import org.cadreledger.time.Quarter;
import org.jspecify.annotations.Nullable;

/**
 * How a cadre stood quarter after quarter.
 *
 * @param toTop what is missing to the last on the top list; negative above it; null without a list or a rank
 * @param aboveBottom points above the first who is not on the bottom list; negative on it; null likewise
 */
record Trend(
        Standing standing, @Nullable Points toTop, @Nullable Points aboveBottom) {
    private static final int MOST = 12;

    /** The published quarters, the oldest first, at most the last twelve. */
    static List<Trend> of(List<Standing> standings) {
        List<Trend> quarters = standings.stream()
                .filter(standing -> standing.period() instanceof Quarter)
                .map(Trend::of)
                .toList();
        return quarters.subList(Math.max(0, quarters.size() - MOST), quarters.size());
    }

    private static Trend of(Standing standing) {
        Points total = standing.total();
        Points top = standing.topCut();
        Points bottom = standing.bottomCut();
        return new Trend(
                standing,
                total == null || top == null ? null : top.minus(total),
                total == null || bottom == null ? null : total.minus(bottom));
    }
}
