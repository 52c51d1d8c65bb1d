package org.cadreledger.ledger.state;

import java.time.Instant;
import org.cadreledger.ledger.PendingItem;
import org.cadreledger.ledger.Proposal;
import org.cadreledger.time.Month;

/**
 * A deduction, base deduction or bonus that the department entered, as it stands. Immutable.
 *
 * @param proposal as it was entered
 * @param month the month it is for now: the entered one, or where it was carried over to
 * @param by user name of who entered it
 */
public record DepartmentItem(
        String deductionId, Proposal proposal, Status status, Month month, String by, Instant since) {
    public enum Status {
        UNCONFIRMED,
        CONFIRMED,
        DISMISSED
    }

    public boolean isOpen() {
        return status == Status.UNCONFIRMED;
    }

    /** As the desks of the department see it, for an open one. */
    public PendingItem pending(String cadreId) {
        return new PendingItem(
                cadreId,
                deductionId,
                false,
                null,
                proposal.kind(),
                proposal.rule(),
                proposal.level(),
                proposal.item(),
                proposal.catalogue(),
                proposal.points(),
                month,
                proposal.matter(),
                proposal.occurredOn(),
                proposal.evidence(),
                by,
                since,
                null);
    }

    DepartmentItem in(Status next) {
        return new DepartmentItem(deductionId, proposal, next, month, by, since);
    }

    DepartmentItem carriedOverTo(Month next) {
        return new DepartmentItem(deductionId, proposal, status, next, by, since);
    }
}
