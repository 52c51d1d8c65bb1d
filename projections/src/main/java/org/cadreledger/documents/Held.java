package org.cadreledger.documents;

import java.util.Objects;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * A document in memory.
 *
 * @param body null when it does not exist, or no longer
 * @param position {@link Recorded#guard()} of the last event it took; {@link #NEVER} when it was never stored
 */
record Held<D>(@Nullable D body, long position) {
    static final long NEVER = -1;

    /** A document that ran ahead ignores what it already had. */
    Held<D> take(Projection<D> projection, String id, Recorded<?> recorded) {
        if (recorded.guard() <= position) {
            return this;
        }
        D folded = projection.fold(id, body, recorded);
        return Objects.equals(folded, body) ? this : new Held<>(folded, recorded.guard());
    }
}
