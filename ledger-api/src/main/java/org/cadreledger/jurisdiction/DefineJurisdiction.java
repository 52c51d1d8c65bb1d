package org.cadreledger.jurisdiction;

import org.cadreledger.access.Command;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** Defines a county or changes its settings; null keeps what is, or the default: Asia/Shanghai, 5 days, this month, not public. */
public record DefineJurisdiction(
        String jurisdiction,
        String name,
        @Nullable String zone,
        @Nullable Integer objectionDays,
        @Nullable Month firstMonth,
        @Nullable Boolean publicBoard)
        implements Command<DefineJurisdiction.Defined> {
    public record Defined(
            boolean created,
            String jurisdiction,
            String name,
            String zone,
            int objectionDays,
            Month firstMonth,
            boolean publicBoard) {}
}
