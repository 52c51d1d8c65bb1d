package org.cadreledger.facts;

/** Where the log ends now. */
public interface LogEnd {
    /** Number of the last commit; 0 for an empty log. */
    long position();
}
