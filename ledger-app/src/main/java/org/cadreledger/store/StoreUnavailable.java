package org.cadreledger.store;

import org.jspecify.annotations.Nullable;

/**
 * The database did not answer in time. Whether the commit was stored is unknown: repeating it with the same idempotency
 * key settles it.
 */
public class StoreUnavailable extends RuntimeException {
    StoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
