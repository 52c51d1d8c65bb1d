package org.cadreledger.read;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list.
 *
 * @param limit from 1 to {@value #MOST}
 * @param after the cursor of the part before; null for the first
 */
public record PageRequest(int limit, @Nullable String after) {
    public static final int MOST = 500;
    public static final int DEFAULT = 100;

    public PageRequest {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit out of range: " + limit);
        }
    }
}
