package org.cadreledger.store;

/** This node's clock is more than 5 minutes behind the log: nothing was stored, and nothing will be until it is right. */
public class ClockBehind extends RuntimeException {
    ClockBehind(String message) {
        super(message);
    }
}
