package org.cadreledger.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to become one commit.
 *
 * @param k idempotency key, {@code user/<user>/<key>} or {@code command/<id>}
 * @param bodyHash hex hash of the request's body; null for internal commands
 * @param answer JSON answered to the caller, free of personal data; null when there is none
 * @param by user who acts
 * @param events 1 to 1,024, those of one stream in ascending dense sequence
 * @param basis what was decided on
 */
public record CommitDraft(
        String k, @Nullable String bodyHash, @Nullable String answer, String by, List<Event> events, Basis basis) {

    public CommitDraft {
        events = List.copyOf(events);
    }

    /** One that rests on nothing but its own streams. */
    public CommitDraft(String k, @Nullable String bodyHash, @Nullable String answer, String by, List<Event> events) {
        this(k, bodyHash, answer, by, events, Basis.NONE);
    }

    /**
     * Streams that other nodes must not have gone on with meanwhile. Among the writers of this node the aggregates' locks
     * see to that.
     *
     * @param keys {@code <stream>/<sequence of its next event when it was read>}
     * @param since {@link System#nanoTime()} before the first was read
     */
    public record Basis(List<String> keys, long since) {
        public static final Basis NONE = new Basis(List.of(), 0);

        public Basis {
            keys = List.copyOf(keys);
        }
    }

    /**
     * An event to be stored.
     *
     * @param id unique identifier of this event
     * @param stream id of the aggregate, at most 256 characters, without {@code /}
     * @param type aggregate type
     * @param sequence place in the stream, from 0
     * @param jurisdiction null for events that concern all
     * @param event record of a registered class
     */
    public record Event(
            String id,
            String stream,
            String type,
            long sequence,
            @Nullable String jurisdiction,
            Object event) {}
}
