package org.cadreledger.bench.store;

/** Nobody is faster for having read something else. */
final class Checked {
    private Checked() {}

    static void payload(Object payload) {
        if (!(payload instanceof BenchEvent.BonusClaimed claimed) || claimed.hundredths() != 100) {
            throw new IllegalStateException("not what was stored: " + payload);
        }
    }
}
