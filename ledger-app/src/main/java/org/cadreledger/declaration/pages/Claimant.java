package org.cadreledger.declaration.pages;

import java.time.Instant;
import java.time.LocalDate;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * Whom a claim is for.
 *
 * @param name null after an erasure
 * @param self whether the user claims for itself, not as the clerk of the unit
 */
public record Claimant(String cadreId, @Nullable String name, String unit, County county, boolean self) {
    String jurisdiction() {
        return county.settings().jurisdiction();
    }

    Month firstMonth() {
        return county.settings().firstMonth();
    }

    Month currentMonth(Instant now) {
        return county.currentMonth(now);
    }

    LocalDate today(Instant now) {
        return county.today(now);
    }
}
