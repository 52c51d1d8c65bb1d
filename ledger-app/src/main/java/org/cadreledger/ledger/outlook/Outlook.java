package org.cadreledger.ledger.outlook;

import java.util.List;
import org.cadreledger.ledger.LedgerStatement;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a change would do.
 *
 * @param month that it would count in
 * @param effects on that month, its quarter and its year
 */
public record Outlook(Month month, List<Effect> effects) {
    public Outlook {
        effects = List.copyOf(effects);
    }

    /**
     * On one period.
     *
     * @param before, after totals without and with the change
     * @param replaces the entry of the same matter that would not count any more; null for none
     * @param instead the entry of the same matter that would go on counting in its place; null when it counts itself
     */
    public record Effect(
            Period period,
            Points before,
            Points after,
            LedgerStatement.@Nullable Line replaces,
            LedgerStatement.@Nullable Line instead) {
        /** By which the total would rise or fall. */
        public Points change() {
            return after.minus(before);
        }
    }
}
