package org.cadreledger.archive;

/** The log in the database cannot be exported: it is not as it was written. The message gives the position and what is wrong. */
public final class BrokenLog extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenLog(long position, String fault) {
        super("commit " + position + ": " + fault);
    }
}
