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
 */
public record CommitDraft(
        String k, @Nullable String bodyHash, @Nullable String answer, String by, List<Event> events) {

    public CommitDraft {
        events = List.copyOf(events);
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
