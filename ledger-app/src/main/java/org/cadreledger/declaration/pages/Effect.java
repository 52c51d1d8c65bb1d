package org.cadreledger.declaration.pages;

import java.util.List;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.outlook.Outlook;
import org.cadreledger.points.Points;

/**
 * What a claim would do once it is approved.
 *
 * @param points what the rule gives
 * @param cap the most that one matter brings
 * @param periods what it would do to month, quarter and year
 * @param waiting other claims of the same matter that are not decided yet: of all of them the highest will count
 */
record Effect(Points points, Points cap, List<Outlook.Effect> periods, List<ItemStory> waiting) {
    public boolean isCapped() {
        return points.compareTo(cap) > 0;
    }
}
