package org.cadreledger.store;

/** A document in the log that is not of the commit's format: someone else wrote or changed it. */
public class MalformedCommit extends RuntimeException {
    MalformedCommit(String message, Throwable cause) {
        super(message, cause);
    }
}
