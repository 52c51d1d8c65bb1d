package org.cadreledger.period.pages;

import java.util.List;
import org.cadreledger.period.Periods.State;
import org.cadreledger.period.Periods.Status;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** What can be done with a period (domain.md "Cycle"). */
public enum Step {
    CLOSE,
    PUBLISH,
    REVISE,
    FINALISE;

    private static final String REVISION_NEEDED = "REVISION_NEEDED";

    /** As it stands in addresses and message keys. */
    public String slug() {
        return switch (this) {
            case CLOSE -> "close";
            case PUBLISH -> "publish";
            case REVISE -> "revise";
            case FINALISE -> "finalise";
        };
    }

    static Step parse(String slug) {
        for (Step step : values()) {
            if (step.slug().equals(slug)) {
                return step;
            }
        }
        throw Refusal.of(Reason.NOT_FOUND);
    }

    /** All that the state allows at all, whatever stands in the way now. */
    static List<Step> of(Status status) {
        if (status.period() instanceof Month) {
            return status.state() == State.OPEN ? List.of(CLOSE) : List.of();
        }
        return switch (status.state()) {
            case OPEN, CLOSED -> List.of(PUBLISH);
            case PUBLISHED -> List.of(FINALISE, REVISE);
            case FINAL -> List.of(REVISE);
        };
    }

    /** The one that comes next; null when the period is through. */
    static @Nullable Step next(Status status) {
        if (status.state() == State.FINAL) {
            return null;
        }
        if (status.blocking().stream().anyMatch(block -> block.kind().equals(REVISION_NEEDED))) {
            return REVISE;
        }
        List<Step> steps = of(status);
        return steps.isEmpty() ? null : steps.getFirst();
    }

    /** A revision waits for nothing. */
    boolean isReady(Status status) {
        return this == REVISE || status.blocking().isEmpty();
    }
}
