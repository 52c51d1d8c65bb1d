package org.cadreledger.access;

/**
 * A request to change the ledger. Actor and time come with it, not in it.
 *
 * @param <R> what it answers: a record without personal fields, since the log keeps it for repeats
 */
public interface Command<R> {
    /** The answer of a command that has nothing to say. */
    record Done() {
        public static final Done DONE = new Done();
    }
}
