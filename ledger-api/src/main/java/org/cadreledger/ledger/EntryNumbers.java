package org.cadreledger.ledger;

import org.cadreledger.time.Period;

/** How much stands in the books of a county, for those who close them. */
public interface EntryNumbers {
    /**
     * Entries that count in the months of a period now; reversed ones are not among them.
     *
     * @param cadres how many cadres have at least one
     * @param late of them those that were declared for an earlier month, whose books were closed by then
     */
    record Numbers(int bonuses, int deductions, int baseDeductions, int cadres, int late) {
        public int all() {
            return bonuses + deductions + baseDeductions;
        }
    }

    Numbers of(String jurisdiction, Period period);
}
