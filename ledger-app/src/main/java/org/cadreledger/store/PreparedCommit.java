package org.cadreledger.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A draft encoded and checked by its caller's thread, waiting for a number. */
final class PreparedCommit {

    static final int MAX_EVENTS = 1_024;
    static final long MAX_BYTES = 15_000_000;
    private static final int MAX_STREAM_LENGTH = 256;
    private static final int SALT_BYTES = 16;
    /** More than BSON adds to an event or a commit: field names, types, hashes. */
    private static final int OVERHEAD_BYTES = 512;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final CommitDraft draft;
    private final List<StoredEvent> events;
    private final Map<Integer, PersonalPart> personal;
    private final List<String> keys;
    private final byte[] body;
    private final long size;
    private final CompletableFuture<Long> outcome = new CompletableFuture<>();

    private PreparedCommit(
            CommitDraft draft, List<StoredEvent> events, Map<Integer, PersonalPart> personal, List<String> keys) {
        this.draft = draft;
        this.events = events;
        this.personal = personal;
        this.keys = keys;
        this.body = Hashes.body(draft.k(), draft.bodyHash(), draft.answer(), draft.by(), keys, events);
        long personalBytes = personal.values().stream()
                .mapToLong(part -> part.json().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        this.size = body.length + personalBytes + (long) OVERHEAD_BYTES * (events.size() + 1);
        if (size > MAX_BYTES) {
            throw new CommitTooLarge("a commit of " + size + " bytes; at most " + MAX_BYTES);
        }
    }

    /**
     * @throws CommitTooLarge over 1,024 events or 15 MB
     * @throws IllegalArgumentException for no events, an unregistered event or sequences with holes
     */
    static PreparedCommit of(CommitDraft draft, EventTypes types) {
        if (draft.events().size() > MAX_EVENTS) {
            throw new CommitTooLarge("a commit of " + draft.events().size() + " events; at most " + MAX_EVENTS);
        }
        if (draft.events().isEmpty()) {
            throw new IllegalArgumentException("a commit without events");
        }
        List<String> keys = keys(draft.events());
        List<StoredEvent> events = new ArrayList<>();
        Map<Integer, PersonalPart> personal = new HashMap<>();
        for (CommitDraft.Event event : draft.events()) {
            events.add(encode(event, types, events.size(), personal));
        }
        return new PreparedCommit(draft, List.copyOf(events), Map.copyOf(personal), keys);
    }

    private static StoredEvent encode(
            CommitDraft.Event event, EventTypes types, int index, Map<Integer, PersonalPart> personal) {
        EventTypes.Encoded encoded = types.encode(event.event());
        String personalHash = null;
        if (encoded.personal() != null) {
            PersonalPart part = new PersonalPart(salt(), encoded.personal());
            personalHash = Hashes.personalHash(Hashes.ALGORITHM, part);
            personal.put(index, part);
        }
        return new StoredEvent(
                event.id(),
                event.stream(),
                event.type(),
                event.sequence(),
                encoded.name(),
                event.jurisdiction(),
                encoded.payload(),
                personalHash);
    }

    private static String salt() {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private static List<String> keys(List<CommitDraft.Event> events) {
        Map<String, Long> next = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>();
        for (CommitDraft.Event event : events) {
            requireStream(event.stream());
            Long expected = next.put(event.stream(), event.sequence() + 1);
            if (expected == null) {
                keys.add(Commit.key(event.stream(), event.sequence()));
            } else if (expected != event.sequence()) {
                throw new IllegalArgumentException(
                        event.stream() + " jumps to " + event.sequence() + ", expected " + expected);
            }
        }
        return List.copyOf(keys);
    }

    private static void requireStream(String stream) {
        if (stream.isEmpty() || stream.length() > MAX_STREAM_LENGTH || stream.indexOf('/') >= 0) {
            throw new IllegalArgumentException("no stream id: " + stream);
        }
    }

    Commit numbered(long position, Instant at, String previous) {
        String hash = Hashes.hash(Hashes.ALGORITHM, position, at, body, previous);
        return new Commit(
                position,
                draft.k(),
                draft.bodyHash(),
                draft.answer(),
                draft.by(),
                at,
                keys,
                events,
                personal,
                Hashes.ALGORITHM,
                previous,
                hash);
    }

    /** True for the same attempt, whatever number it got: event ids are unique. */
    boolean isSameAs(Commit stored) {
        return stored.events().getFirst().id().equals(events.getFirst().id());
    }

    String k() {
        return draft.k();
    }

    List<String> keys() {
        return keys;
    }

    CommitDraft.Basis basis() {
        return draft.basis();
    }

    /** Upper bound of the document's bytes. */
    long size() {
        return size;
    }

    CompletableFuture<Long> outcome() {
        return outcome;
    }
}
