package org.cadreledger.store;

/** A stored event that this version of the program cannot read: reading stops there, loudly, rather than skip it. */
public class UnreadableEvent extends RuntimeException {
    UnreadableEvent(String name, Throwable cause) {
        super("cannot read a stored " + name, cause);
    }
}
