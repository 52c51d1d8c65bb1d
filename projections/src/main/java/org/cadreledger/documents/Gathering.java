package org.cadreledger.documents;

import java.util.List;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;

/** A projection whose documents are dear to copy: takes all that a batch says of one at once. */
public interface Gathering<D> extends Projection<D> {
    /**
     * What {@link #fold} makes of the document, event by event.
     *
     * @param events in the order of the log; never empty
     */
    Gathered<D> fold(String id, @Nullable D document, List<Recorded<?>> events);

    /**
     * A document after several events.
     *
     * @param changedBy guard of the last event that made another document of it; negative when none did
     */
    record Gathered<D>(@Nullable D document, long changedBy) {}
}
