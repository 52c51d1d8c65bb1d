package org.cadreledger.projecting;

import java.time.Duration;

/**
 * How events are processed.
 *
 * @param segments parts into which counties fall, from 1; fixed with the first start
 * @param batch events written at once
 * @param claimInterval how often unclaimed segments are looked for
 * @param claimExtension how often a claim is renewed; well below the token store's timeout
 */
record ProcessorSettings(int segments, int batch, Duration claimInterval, Duration claimExtension) {
    /** After this without renewal a segment is free. With the interval below, another node takes over within 10 s. */
    static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(6);

    static final ProcessorSettings DEFAULT =
            new ProcessorSettings(4, 500, Duration.ofSeconds(2), Duration.ofSeconds(2));
}
