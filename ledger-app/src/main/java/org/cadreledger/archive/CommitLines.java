package org.cadreledger.archive;

import static org.cadreledger.archive.LineScanner.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cadreledger.store.ChainCheck;
import org.cadreledger.store.Commit;
import org.cadreledger.store.PersonalPart;
import org.cadreledger.store.StoredEvent;
import org.jspecify.annotations.Nullable;

/** Reads a segment's commits and checks them by the chain in the same pass. For one thread. */
final class CommitLines {

    private static final byte[] ID = token("{\"_id\":");
    private static final byte[] K = token(",\"k\":");
    private static final byte[] BH = token(",\"bh\":");
    private static final byte[] ANSWER = token(",\"answer\":");
    private static final byte[] BY = token(",\"by\":");
    private static final byte[] TIME = token(",\"t\":");
    private static final byte[] KEYS = token(",\"keys\":[");
    private static final byte[] EVENTS = token("],\"events\":[");
    private static final byte[] ALG = token("],\"alg\":");
    private static final byte[] PREV = token(",\"prev\":");
    private static final byte[] HASH = token(",\"hash\":");
    private static final byte[] END = token("}\n");
    private static final byte[] COMMA = token(",");
    private static final byte[] EVENT = token("{\"id\":");
    private static final byte[] STREAM = token(",\"stream\":");
    private static final byte[] TYPE = token(",\"type\":");
    private static final byte[] SEQ = token(",\"seq\":");
    private static final byte[] NAME = token(",\"name\":");
    private static final byte[] JURISDICTION = token(",\"jurisdiction\":");
    private static final byte[] PAYLOAD = token(",\"payload\":");
    private static final byte[] PERSONAL_HASH = token(",\"personalHash\":");
    private static final byte[] END_OF_EVENT = token("}");

    private final LineScanner scanner;

    /** Of the commit or event before: most often those of the next one. */
    private String lastType = "";

    private String lastAlgorithm = "";
    private String lastName = "";
    private String lastJurisdiction = "";

    CommitLines(LineScanner scanner) {
        this.scanner = scanner;
    }

    boolean hasNext() {
        return scanner.sees(ID);
    }

    /**
     * @param personal of the whole segment, by position
     * @throws IllegalArgumentException when the line is not of the format or the commit not sound; the message says why
     */
    Commit next(ChainCheck chain, Map<Long, Map<Integer, PersonalPart>> personal) {
        scanner.forget();
        scanner.expect(ID);
        long position = scanner.number();
        scanner.expect(K);
        String k = scanner.string();
        String bodyHash = optional(BH);
        String answer = optional(ANSWER);
        scanner.expect(BY);
        String by = scanner.string();
        scanner.expect(TIME);
        long time = scanner.number();
        scanner.expect(KEYS);
        List<String> keys = keys();
        scanner.expect(EVENTS);
        List<StoredEvent> events = events();
        int body = scanner.length();
        scanner.expect(ALG);
        String algorithm = scanner.string(lastAlgorithm);
        scanner.expect(PREV);
        String previous = scanner.string(chain.end().hash());
        scanner.expect(HASH);
        String hash = scanner.string();
        scanner.expect(END);
        Commit commit = new Commit(
                position,
                k,
                bodyHash,
                answer,
                by,
                Instant.ofEpochMilli(time),
                keys,
                events,
                personal.getOrDefault(position, Map.of()),
                algorithm,
                previous,
                hash);
        lastAlgorithm = algorithm;
        String fault = chain.next(commit, scanner.canonical(), body);
        if (fault != null) {
            throw new IllegalArgumentException("commit " + position + ": " + fault);
        }
        return commit;
    }

    private List<String> keys() {
        int mark = scanner.beginCount();
        List<String> keys = new ArrayList<>(1);
        do {
            keys.add(scanner.string());
        } while (scanner.skips(COMMA));
        scanner.count(mark, keys.size());
        return keys;
    }

    private List<StoredEvent> events() {
        int mark = scanner.beginCount();
        List<StoredEvent> events = new ArrayList<>(1);
        do {
            events.add(event());
        } while (scanner.skips(COMMA));
        scanner.count(mark, events.size());
        return events;
    }

    private StoredEvent event() {
        scanner.expect(EVENT);
        String id = scanner.string();
        scanner.expect(STREAM);
        String stream = scanner.string();
        scanner.expect(TYPE);
        String type = scanner.string(lastType);
        scanner.expect(SEQ);
        long sequence = scanner.number();
        scanner.put(sequence);
        scanner.expect(NAME);
        String name = scanner.string(lastName);
        String jurisdiction = optional(JURISDICTION, lastJurisdiction);
        scanner.expect(PAYLOAD);
        String payload = scanner.string();
        String personalHash = optional(PERSONAL_HASH);
        scanner.expect(END_OF_EVENT);
        lastType = type;
        lastName = name;
        lastJurisdiction = jurisdiction == null ? "" : jurisdiction;
        return new StoredEvent(id, stream, type, sequence, name, jurisdiction, payload, personalHash);
    }

    private @Nullable String optional(byte[] field) {
        return optional(field, "");
    }

    private @Nullable String optional(byte[] field, String guess) {
        if (scanner.skips(field)) {
            return scanner.string(guess);
        }
        scanner.putAbsent();
        return null;
    }
}
