package org.cadreledger.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim and what becomes of it.
 *
 * @param loweredTo the level that the reviewer finds instead; null to keep it
 * @param settled the matter that the reviewer puts it under instead; null to keep it
 * @param evidence keys of uploads by the same claimer
 * @param approver also who rejects or returns it; never the scorer
 */
record Claim(
        String id,
        Person cadre,
        YearMonth month,
        String rule,
        @Nullable String level,
        @Nullable String loweredTo,
        String matter,
        @Nullable String settled,
        LocalDate occurredOn,
        String account,
        List<String> evidence,
        String scorer,
        String approver,
        Fate fate) {

    enum Fate {
        APPROVED,
        REJECTED,
        /** Returned for evidence, changed, scored and approved. */
        AMENDED,
        WITHDRAWN,
        /** Undecided when its month closes: approved in the next. */
        CARRIED,
        /** As the current month stands today: */
        DECLARED,
        SCORED,
        RETURNED;

        boolean isScored() {
            return this == APPROVED || this == REJECTED || this == CARRIED || this == SCORED || this == AMENDED;
        }
    }

    Claim with(Fate other) {
        return new Claim(
                id,
                cadre,
                month,
                rule,
                level,
                loweredTo,
                matter,
                settled,
                occurredOn,
                account,
                evidence,
                scorer,
                approver,
                other);
    }

    String claimer() {
        return cadre.claimerIn(month);
    }
}
