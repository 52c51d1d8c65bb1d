package org.cadreledger.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * One document of the log: all events of one unit of work (decision 0002).
 *
 * @param position number in the dense global sequence, from 1
 * @param k idempotency key, {@code user/<user>/<key>} or {@code command/<id>}; unique in the log
 * @param bodyHash hex hash of the request's body
 * @param answer JSON of what was answered
 * @param by user who acted
 * @param at milliseconds precise; never before the previous commit's
 * @param keys {@code <stream>/<first sequence, 10 digits>} for each stream in the commit; unique in the log
 * @param personal by index of the event; an entry disappears when it is erased
 * @param algorithm of {@code previous} and {@code hash}
 * @param previous hex hash of the previous commit; zeros for the first
 * @param hash hex hash over {@code previous} and the canonical bytes
 */
public record Commit(
        long position,
        String k,
        @Nullable String bodyHash,
        @Nullable String answer,
        String by,
        Instant at,
        List<String> keys,
        List<StoredEvent> events,
        Map<Integer, PersonalPart> personal,
        String algorithm,
        String previous,
        String hash) {

    static final int SEQUENCE_DIGITS = 10;

    private static final String ZEROS = "/" + "0".repeat(SEQUENCE_DIGITS);

    /** The guard of its last event ({@link Recorded#guard}). */
    public long lastGuard() {
        return Recorded.guardAfter(position - 1) + events.size() - 1;
    }

    static String key(String stream, long firstSequence) {
        String digits = Long.toString(firstSequence);
        return stream + ZEROS.substring(0, 1 + Math.max(0, SEQUENCE_DIGITS - digits.length())) + digits;
    }
}
