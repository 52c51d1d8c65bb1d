package org.cadreledger.objection;

import org.cadreledger.access.Command;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** Answers an objection; an upheld one reverses its entry, posts a correction, or both. */
public record AnswerObjection(
        String jurisdiction,
        Period period,
        String objectionId,
        boolean upheld,
        String answer,
        @Nullable Correction correction)
        implements Command<AnswerObjection.Answered> {
    /** Either {@code rule} (with {@code level}) or {@code item} (with {@code points}). */
    public record Correction(
            Month month,
            @Nullable String rule,
            @Nullable String item,
            @Nullable String level,
            @Nullable Points points,
            String matter) {}

    public record Answered(
            String objectionId,
            @Nullable String reversedEntryId,
            @Nullable String correctionEntryId) {}
}
