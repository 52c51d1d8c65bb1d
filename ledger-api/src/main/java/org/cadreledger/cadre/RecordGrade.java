package org.cadreledger.cadre;

import org.cadreledger.access.Command;
import org.jspecify.annotations.Nullable;

/** Records the annual grade of a year and posts A3 or N3 to the next year's ledger; another grade reverses what the one before posted. */
public record RecordGrade(String cadreId, int year, Grade grade) implements Command<RecordGrade.Graded> {
    /** @param entryId what it posted; null for a grade that posts nothing */
    public record Graded(int year, Grade grade, @Nullable String entryId) {}
}
