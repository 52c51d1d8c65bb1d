package org.cadreledger.ledger;

import java.time.LocalDate;
import java.util.List;
import org.cadreledger.log.EventName;
import org.cadreledger.log.Personal;
import org.cadreledger.points.Points;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** What happens in a cadre's books of one assessment year; stream {@code ledger:<cadreId>:<year>}. */
public sealed interface LedgerEvent {
    String cadreId();

    /** @param points what the rule gives at that level in the catalogue of {@code month} */
    @EventName("ledger.bonus-claimed.v1")
    record BonusClaimed(
            String cadreId,
            String claimId,
            Month month,
            String rule,
            @Nullable String level,
            int catalogue,
            Points points,
            String matter,
            LocalDate occurredOn,
            List<EvidenceRef> evidence,
            @Personal @Nullable String account)
            implements LedgerEvent {}

    /** The whole claim anew; a returned one is declared again by it. */
    @EventName("ledger.claim-changed.v1")
    record ClaimChanged(
            String cadreId,
            String claimId,
            Month month,
            String rule,
            @Nullable String level,
            int catalogue,
            Points points,
            String matter,
            LocalDate occurredOn,
            List<EvidenceRef> evidence,
            @Personal @Nullable String account)
            implements LedgerEvent {}

    @EventName("ledger.claim-withdrawn.v1")
    record ClaimWithdrawn(String cadreId, String claimId) implements LedgerEvent {}

    @EventName("ledger.month-declared.v1")
    record MonthDeclared(
            String cadreId, Month month, @Personal @Nullable String statement) implements LedgerEvent {}

    /** The preliminary score (初评): level and matter as the reviewer sees them, and the points that follow. */
    @EventName("ledger.claim-scored.v1")
    record ClaimScored(
            String cadreId,
            String claimId,
            @Nullable String level,
            String matter,
            Points points,
            @Nullable String note) implements LedgerEvent {}

    @EventName("ledger.claim-approved.v1")
    record ClaimApproved(
            String cadreId,
            String claimId,
            Entry entry,
            @Nullable String note) implements LedgerEvent {}

    @EventName("ledger.claim-rejected.v1")
    record ClaimRejected(String cadreId, String claimId, String reason) implements LedgerEvent {}

    @EventName("ledger.claim-returned.v1")
    record ClaimReturned(String cadreId, String claimId, String reason) implements LedgerEvent {}

    @EventName("ledger.claim-carried-over.v1")
    record ClaimCarriedOver(String cadreId, String claimId, Month month, String reason) implements LedgerEvent {}

    @EventName("ledger.deduction-applied.v1")
    record DeductionApplied(String cadreId, String deductionId, Proposal proposal) implements LedgerEvent {}

    @EventName("ledger.base-deduction-applied.v1")
    record BaseDeductionApplied(String cadreId, String deductionId, Proposal proposal) implements LedgerEvent {}

    /** A bonus that the department enters, for example for each of thirty named in a commendation. */
    @EventName("ledger.bonus-awarded.v1")
    record BonusAwarded(String cadreId, String deductionId, Proposal proposal) implements LedgerEvent {}

    /** The confirmation by a second person, of any of the three that the department enters. */
    @EventName("ledger.deduction-confirmed.v1")
    record DeductionConfirmed(
            String cadreId,
            String deductionId,
            Entry entry,
            @Nullable String note) implements LedgerEvent {}

    @EventName("ledger.deduction-dismissed.v1")
    record DeductionDismissed(
            String cadreId, String deductionId, @Nullable String reason) implements LedgerEvent {}

    @EventName("ledger.deduction-carried-over.v1")
    record DeductionCarriedOver(String cadreId, String deductionId, Month month, String reason)
            implements LedgerEvent {}

    /**
     * The entry counts nowhere from here on. Written once for each county whose projections hold the entry.
     *
     * @param fraud whether it came about by fraud; then a fraud case is opened in the same commit
     * @param objectionId the upheld objection that it follows from, if any
     */
    @EventName("ledger.entry-reversed.v1")
    record EntryReversed(
            String cadreId,
            String entryId,
            String reason,
            boolean fraud,
            @Nullable String objectionId) implements LedgerEvent {}

    /** From an upheld objection: counts in the month it names, also when that is closed or its quarter final. */
    @EventName("ledger.correction-posted.v1")
    record CorrectionPosted(String cadreId, String entryId, Entry entry, String objectionId) implements LedgerEvent {}

    /** A3 or N3, from the annual grade of {@code gradeYear}. */
    @EventName("ledger.grade-posted.v1")
    record GradePosted(String cadreId, String entryId, Entry entry, int gradeYear) implements LedgerEvent {}

    /** In the books of the next year: an entry decided late in the year before counts here. */
    @EventName("ledger.entry-brought-forward.v1")
    record EntryBroughtForward(String cadreId, String entryId, int fromYear, Entry entry) implements LedgerEvent {}
}
