package org.cadreledger.declaration.pages;

import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** Names of the drafts of claims: one for a new claim of a month, one for each claim that is being changed. */
final class ClaimDraft {
    private ClaimDraft() {}

    static String form(String cadreId, Month month, @Nullable String claimId) {
        return "claim " + cadreId + " " + (claimId == null ? month.toString() : "of " + claimId);
    }
}
