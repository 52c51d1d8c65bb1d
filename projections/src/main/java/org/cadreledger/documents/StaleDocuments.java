package org.cadreledger.documents;

/** A document is no longer as it was read: another node was there. Forget what was read and read again. */
public final class StaleDocuments extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StaleDocuments(String collection) {
        super("documents of " + collection + " were changed elsewhere");
    }
}
