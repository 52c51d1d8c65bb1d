package org.cadreledger.store;

/** A unit of work of more than 1,024 events or 15 MB: nothing was stored, and repeating it will not help. */
public class CommitTooLarge extends RuntimeException {
    CommitTooLarge(String message) {
        super(message);
    }
}
