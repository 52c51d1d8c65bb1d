package org.cadreledger.web;

/** Where the log ends. */
@FunctionalInterface
public interface LogTail {
    /** @return position of the last commit; 0 for an empty log */
    long position();
}
