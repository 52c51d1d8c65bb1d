package org.cadreledger.documents;

import java.util.List;
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

    static <D> Held<D> nothing() {
        return new Held<>(null, NEVER);
    }

    /** A document that ran ahead ignores what it already had. */
    Held<D> take(Projection<D> projection, String id, Recorded<?> recorded) {
        if (recorded.guard() <= position) {
            return this;
        }
        D folded = projection.fold(id, body, recorded);
        return Objects.equals(folded, body) ? this : new Held<>(folded, recorded.guard());
    }

    /** The same for several events in the order of the log. */
    Held<D> take(Projection<D> projection, String id, List<Recorded<?>> events) {
        if (projection instanceof Gathering<D> gathering) {
            return gather(gathering, id, events);
        }
        Held<D> held = this;
        for (Recorded<?> recorded : events) {
            held = held.take(projection, id, recorded);
        }
        return held;
    }

    private Held<D> gather(Gathering<D> projection, String id, List<Recorded<?>> events) {
        List<Recorded<?>> later =
                events.stream().filter(recorded -> recorded.guard() > position).toList();
        if (later.isEmpty()) {
            return this;
        }
        Gathering.Gathered<D> gathered = projection.fold(id, body, later);
        return gathered.changedBy() < 0 ? this : new Held<>(gathered.document(), gathered.changedBy());
    }
}
