package org.cadreledger.ledger.pending;

import org.cadreledger.ledger.ClaimStatus;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.ledger.LedgerEvent;
import org.cadreledger.ledger.LedgerEvent.BaseDeductionApplied;
import org.cadreledger.ledger.LedgerEvent.BonusAwarded;
import org.cadreledger.ledger.LedgerEvent.BonusClaimed;
import org.cadreledger.ledger.LedgerEvent.ClaimApproved;
import org.cadreledger.ledger.LedgerEvent.ClaimCarriedOver;
import org.cadreledger.ledger.LedgerEvent.ClaimChanged;
import org.cadreledger.ledger.LedgerEvent.ClaimRejected;
import org.cadreledger.ledger.LedgerEvent.ClaimReturned;
import org.cadreledger.ledger.LedgerEvent.ClaimScored;
import org.cadreledger.ledger.LedgerEvent.ClaimWithdrawn;
import org.cadreledger.ledger.LedgerEvent.CorrectionPosted;
import org.cadreledger.ledger.LedgerEvent.DeductionApplied;
import org.cadreledger.ledger.LedgerEvent.DeductionCarriedOver;
import org.cadreledger.ledger.LedgerEvent.DeductionConfirmed;
import org.cadreledger.ledger.LedgerEvent.DeductionDismissed;
import org.cadreledger.ledger.LedgerEvent.EntryBroughtForward;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.ledger.LedgerEvent.GradePosted;
import org.cadreledger.ledger.LedgerEvent.MonthDeclared;
import org.cadreledger.ledger.PendingItem;
import org.cadreledger.ledger.Proposal;
import org.cadreledger.log.Recorded;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** The life of a claim or a department's entry until it is decided. */
final class PendingFold {
    private PendingFold() {}

    /** The claim or department entry that an event is about; null for all others. */
    static @Nullable String itemOf(LedgerEvent event) {
        return switch (event) {
            case BonusClaimed e -> e.claimId();
            case ClaimChanged e -> e.claimId();
            case ClaimWithdrawn e -> e.claimId();
            case ClaimScored e -> e.claimId();
            case ClaimApproved e -> e.claimId();
            case ClaimRejected e -> e.claimId();
            case ClaimReturned e -> e.claimId();
            case ClaimCarriedOver e -> e.claimId();
            case DeductionApplied e -> e.deductionId();
            case BaseDeductionApplied e -> e.deductionId();
            case BonusAwarded e -> e.deductionId();
            case DeductionConfirmed e -> e.deductionId();
            case DeductionDismissed e -> e.deductionId();
            case DeductionCarriedOver e -> e.deductionId();
            case MonthDeclared _, EntryReversed _, CorrectionPosted _, GradePosted _, EntryBroughtForward _ -> null;
        };
    }

    static @Nullable PendingItem fold(@Nullable PendingItem item, Recorded<? extends LedgerEvent> recorded) {
        return switch (recorded.event()) {
            case BonusClaimed e -> claimed(e, recorded);
            case DeductionApplied e -> proposed(e.deductionId(), e.proposal(), recorded);
            case BaseDeductionApplied e -> proposed(e.deductionId(), e.proposal(), recorded);
            case BonusAwarded e -> proposed(e.deductionId(), e.proposal(), recorded);
            case ClaimChanged e -> item == null ? null : changed(item, e);
            case ClaimScored e -> item == null ? null : scored(item, e, recorded.by());
            case ClaimReturned _ -> item == null ? null : with(item, ClaimStatus.RETURNED, item.month());
            case ClaimCarriedOver e -> item == null ? null : with(item, item.status(), e.month());
            case DeductionCarriedOver e -> item == null ? null : with(item, item.status(), e.month());
            case ClaimWithdrawn _, ClaimApproved _, ClaimRejected _, DeductionConfirmed _, DeductionDismissed _ -> null;
            case MonthDeclared _, EntryReversed _, CorrectionPosted _, GradePosted _, EntryBroughtForward _ -> item;
        };
    }

    private static PendingItem claimed(BonusClaimed e, Recorded<?> recorded) {
        return new PendingItem(
                e.cadreId(),
                e.claimId(),
                true,
                ClaimStatus.DECLARED,
                EntryKind.BONUS,
                e.rule(),
                e.level(),
                null,
                e.catalogue(),
                e.points(),
                e.month(),
                e.matter(),
                e.occurredOn(),
                e.evidence(),
                recorded.by(),
                recorded.at(),
                null);
    }

    private static PendingItem proposed(
            String deductionId, Proposal proposal, Recorded<? extends LedgerEvent> recorded) {
        return new PendingItem(
                recorded.event().cadreId(),
                deductionId,
                false,
                null,
                proposal.kind(),
                proposal.rule(),
                proposal.level(),
                proposal.item(),
                proposal.catalogue(),
                proposal.points(),
                proposal.month(),
                proposal.matter(),
                proposal.occurredOn(),
                proposal.evidence(),
                recorded.by(),
                recorded.at(),
                null);
    }

    private static PendingItem changed(PendingItem item, ClaimChanged e) {
        return new PendingItem(
                item.cadreId(),
                item.itemId(),
                true,
                ClaimStatus.DECLARED,
                item.kind(),
                e.rule(),
                e.level(),
                null,
                e.catalogue(),
                e.points(),
                e.month(),
                e.matter(),
                e.occurredOn(),
                e.evidence(),
                item.by(),
                item.since(),
                null);
    }

    private static PendingItem scored(PendingItem item, ClaimScored e, String by) {
        return new PendingItem(
                item.cadreId(),
                item.itemId(),
                true,
                ClaimStatus.SCORED,
                item.kind(),
                item.rule(),
                e.level(),
                item.item(),
                item.catalogue(),
                e.points(),
                item.month(),
                e.matter(),
                item.occurredOn(),
                item.evidence(),
                item.by(),
                item.since(),
                by);
    }

    private static PendingItem with(PendingItem item, @Nullable ClaimStatus status, Month month) {
        return new PendingItem(
                item.cadreId(),
                item.itemId(),
                item.claim(),
                status,
                item.kind(),
                item.rule(),
                item.level(),
                item.item(),
                item.catalogue(),
                item.points(),
                month,
                item.matter(),
                item.occurredOn(),
                item.evidence(),
                item.by(),
                item.since(),
                item.scoredBy());
    }
}
