package org.cadreledger.archive;

import org.jspecify.annotations.Nullable;

/** A segment's files are not what was written; nothing of them may be used. */
public final class DamagedSegment extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedSegment(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
