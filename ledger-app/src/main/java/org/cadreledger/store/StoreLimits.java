package org.cadreledger.store;

import java.time.Duration;

/**
 * Bounds of the writer.
 *
 * @param queued commits that may wait
 * @param queuedBytes bytes that may wait
 * @param batch commits written at once; a server takes 1,000
 * @param batchBytes bytes written at once
 * @param answerWithin how long a caller waits before the outcome counts as unknown
 * @param retries rounds without progress before a commit is given up
 */
record StoreLimits(int queued, long queuedBytes, int batch, long batchBytes, Duration answerWithin, int retries) {
    static final StoreLimits DEFAULT =
            new StoreLimits(4_096, 256_000_000, 1_000, 12_000_000, Duration.ofSeconds(30), 25);
}
