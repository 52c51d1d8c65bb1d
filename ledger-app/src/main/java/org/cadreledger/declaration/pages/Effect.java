package org.cadreledger.declaration.pages;

import java.util.List;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.LedgerStatement;
import org.cadreledger.points.Points;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a claim would do once it is approved.
 *
 * @param points what the rule gives
 * @param cap the most that one matter brings
 * @param periods month, quarter and year
 * @param waiting other claims of the same matter that are not decided yet: of all of them the highest will count
 */
record Effect(Points points, Points cap, List<Of> periods, List<ItemStory> waiting) {
    /**
     * In one period.
     *
     * @param gain by which the total would rise
     * @param replaces the entry of the same matter that would not count any more
     * @param instead the entry of the same matter that would go on counting in its place
     */
    record Of(
            Period period,
            Points before,
            Points after,
            Points gain,
            LedgerStatement.@Nullable Line replaces,
            LedgerStatement.@Nullable Line instead) {}

    public boolean isCapped() {
        return points.compareTo(cap) > 0;
    }
}
