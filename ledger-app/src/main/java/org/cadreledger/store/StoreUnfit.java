package org.cadreledger.store;

import org.jspecify.annotations.Nullable;

/** The database cannot give what the store asks of it; the program must not start on it. */
public class StoreUnfit extends RuntimeException {
    StoreUnfit(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
