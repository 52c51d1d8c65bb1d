package org.cadreledger.consequence.following;

/** Where the log ends now. */
@FunctionalInterface
public interface LogTail {
    /** Number of the last durable commit; 0 for an empty log. */
    long position();
}
