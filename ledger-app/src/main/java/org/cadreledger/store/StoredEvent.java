package org.cadreledger.store;

import org.jspecify.annotations.Nullable;

/**
 * One event of a commit, exactly as stored.
 *
 * @param id identifier given when the event was made, unique
 * @param stream id of the aggregate
 * @param type aggregate type
 * @param sequence place in the stream, from 0
 * @param name stored name with version
 * @param jurisdiction null for events that concern all
 * @param payload canonical JSON without personal components
 * @param personalHash hex SHA-256 of salt and personal JSON; null when the event never had personal components
 */
public record StoredEvent(
        String id,
        String stream,
        String type,
        long sequence,
        String name,
        @Nullable String jurisdiction,
        String payload,
        @Nullable String personalHash) {}
