package org.cadreledger.period;

import java.time.LocalDate;
import java.util.List;
import org.cadreledger.board.BoardSettings;
import org.cadreledger.board.Designation;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.log.EventName;
import org.cadreledger.log.Personal;
import org.cadreledger.objection.ObjectionKind;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** What happens to a county's periods of one year; stream {@code period:<jurisdiction>:<year>}. */
public sealed interface PeriodEvent {
    String jurisdiction();

    Period period();

    @EventName("period.month-closed.v1")
    record MonthClosed(
            String jurisdiction, Month month, @Nullable String document) implements PeriodEvent {
        @Override
        public Period period() {
            return month;
        }
    }

    /**
     * The board of a quarter or a year is to be computed at the position of this event.
     *
     * @param revision from 1
     * @param designations all that hold for this revision, those of earlier revisions included
     * @param objectionsUntil last day of the window that this publication opens or restarts, in the county's zone; null
     *     when there is no window. A revision that changes no row restarts nothing (see BoardSealed)
     */
    @EventName("period.board-published.v1")
    record BoardPublished(
            String jurisdiction,
            Period period,
            int revision,
            BoardSettings settings,
            List<Designation> designations,
            @Nullable LocalDate objectionsUntil,
            @Nullable String document)
            implements PeriodEvent {}

    /** @param changedRows rows that differ from those of the revision before; for the first revision, all */
    @EventName("period.board-sealed.v1")
    record BoardSealed(
            String jurisdiction, Period period, int revision, long publishedPosition, String seal, int changedRows)
            implements PeriodEvent {}

    @EventName("period.finalised.v1")
    record PeriodFinalised(
            String jurisdiction, Period period, @Nullable String document) implements PeriodEvent {}

    @EventName("period.objection-raised.v1")
    record ObjectionRaised(
            String jurisdiction,
            Period period,
            String objectionId,
            String cadreId,
            ObjectionKind kind,
            @Nullable String entryId,
            List<EvidenceRef> evidence,
            @Personal @Nullable String statement)
            implements PeriodEvent {}

    /** @param reversedEntryId, correctionEntryId what an upheld objection changed in the ledger, in the same commit */
    @EventName("period.objection-answered.v1")
    record ObjectionAnswered(
            String jurisdiction,
            Period period,
            String objectionId,
            String cadreId,
            boolean upheld,
            @Nullable String reversedEntryId,
            @Nullable String correctionEntryId,
            @Personal @Nullable String answer)
            implements PeriodEvent {}
}
