package org.cadreledger.store;

/** The queue of the store is full: nothing was stored; worth repeating later with the same idempotency key. */
public class StoreBusy extends RuntimeException {
    StoreBusy(String message) {
        super(message);
    }
}
