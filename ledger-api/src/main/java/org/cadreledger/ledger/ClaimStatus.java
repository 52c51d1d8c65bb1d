package org.cadreledger.ledger;

/** States of a claim: DECLARED → SCORED → APPROVED | REJECTED; DECLARED | SCORED → RETURNED → DECLARED; DECLARED | RETURNED → WITHDRAWN. */
public enum ClaimStatus {
    DECLARED,
    SCORED,
    APPROVED,
    REJECTED,
    RETURNED,
    WITHDRAWN;

    /** Whether somebody still has to do something before its month can be closed. */
    public boolean isOpen() {
        return this == DECLARED || this == SCORED || this == RETURNED;
    }
}
