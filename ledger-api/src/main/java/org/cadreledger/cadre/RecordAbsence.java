package org.cadreledger.cadre;

import java.time.LocalDate;
import org.cadreledger.access.Command;
import org.jspecify.annotations.Nullable;

/**
 * Records an absence or replaces one.
 *
 * @param absenceId null for a generated id
 * @param replace true when an absence that has the id gets the new content
 */
public record RecordAbsence(
        String cadreId,
        @Nullable String absenceId,
        Absence.Kind kind,
        LocalDate from,
        @Nullable LocalDate to,
        boolean replace)
        implements Command<RecordAbsence.AbsenceId> {
    public record AbsenceId(String absenceId) {}
}
