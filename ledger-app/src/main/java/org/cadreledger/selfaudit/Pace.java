package org.cadreledger.selfaudit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Keeps one thread to a share of the time. For that thread. */
final class Pace {
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final double share;
    private long since = System.nanoTime();

    /** @param share of the time that the thread may work, above 0, at most 1 */
    Pace(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("ledger.audit.share must be above 0 and at most 1: " + share);
        }
        this.share = share;
    }

    /** Waits as long as the work since the last rest demands, half a minute at most. */
    void rest() {
        long worked = System.nanoTime() - since;
        LockSupport.parkNanos((long) Math.min((double) LONGEST_NANOS, worked * (1 / share - 1)));
        since = System.nanoTime();
    }
}
