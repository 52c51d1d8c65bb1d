package org.cadreledger.cadre;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a cadre may be left out of a ranking (domain.md "Ranking").
 *
 * @param to last day; null while it lasts
 */
public record Absence(
        String absenceId,
        Kind kind,
        LocalDate from,
        @Nullable LocalDate to) {
    public enum Kind {
        LEAVE,
        INVESTIGATION,
        RETIRED
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
