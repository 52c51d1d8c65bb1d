package org.cadreledger.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/** The commit as a document (decision 0002). Reads nothing but exactly this format. */
final class CommitBson {

    static final String ID = "_id";
    static final String K = "k";
    static final String TIME = "t";
    static final String KEYS = "keys";
    static final String HASH = "hash";
    static final String PERSONAL = "personal";

    private static final Set<String> FIELDS =
            Set.of(ID, K, "bh", "answer", "by", TIME, KEYS, "events", PERSONAL, "alg", "prev", HASH);
    private static final Set<String> EVENT_FIELDS =
            Set.of("id", "stream", "type", "seq", "name", "jurisdiction", "payload", "personalHash");
    private static final Set<String> PERSONAL_FIELDS = Set.of("salt", "json");

    private static final HexFormat HEX = HexFormat.of();

    private CommitBson() {}

    static BsonDocument write(Commit commit) {
        BsonDocument document =
                new BsonDocument(ID, new BsonInt64(commit.position())).append(K, new BsonString(commit.k()));
        putOptional(document, "bh", commit.bodyHash());
        putOptional(document, "answer", commit.answer());
        document.append("by", new BsonString(commit.by()));
        document.append(TIME, new BsonInt64(commit.at().toEpochMilli()));
        document.append(
                KEYS, new BsonArray(commit.keys().stream().map(BsonString::new).toList()));
        document.append(
                "events",
                new BsonArray(commit.events().stream().map(CommitBson::write).toList()));
        if (!commit.personal().isEmpty()) {
            document.append(PERSONAL, write(commit.personal()));
        }
        return document.append("alg", new BsonString(commit.algorithm()))
                .append("prev", new BsonString(commit.previous()))
                .append(HASH, new BsonString(commit.hash()));
    }

    /** The same fields as readable JSON, without the personal parts. */
    static String json(Commit commit) {
        BsonDocument document = write(commit);
        document.remove(PERSONAL);
        return document.toJson(
                JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build());
    }

    private static BsonDocument write(StoredEvent event) {
        BsonDocument document = new BsonDocument("id", new BsonString(event.id()))
                .append("stream", new BsonString(event.stream()))
                .append("type", new BsonString(event.type()))
                .append("seq", new BsonInt64(event.sequence()))
                .append("name", new BsonString(event.name()));
        putOptional(document, "jurisdiction", event.jurisdiction());
        document.append("payload", new BsonString(event.payload()));
        putOptional(document, "personalHash", event.personalHash());
        return document;
    }

    private static BsonDocument write(Map<Integer, PersonalPart> personal) {
        BsonDocument document = new BsonDocument();
        new TreeMap<>(personal)
                .forEach((index, part) -> document.append(
                        Integer.toString(index),
                        new BsonDocument("salt", new BsonBinary(HEX.parseHex(part.salt())))
                                .append("json", new BsonString(part.json()))));
        return document;
    }

    private static void putOptional(BsonDocument document, String field, @Nullable String value) {
        if (value != null) {
            document.append(field, new BsonString(value));
        }
    }

    /** @throws MalformedCommit when the document is not exactly of the format */
    static Commit read(BsonDocument document) {
        try {
            requireFields(document, FIELDS);
            List<StoredEvent> events = new ArrayList<>();
            for (BsonValue event : document.getArray("events")) {
                events.add(readEvent(event.asDocument()));
            }
            return new Commit(
                    document.getInt64(ID).getValue(),
                    string(document, K),
                    optional(document, "bh"),
                    optional(document, "answer"),
                    string(document, "by"),
                    Instant.ofEpochMilli(document.getInt64(TIME).getValue()),
                    document.getArray(KEYS).stream()
                            .map(key -> key.asString().getValue())
                            .toList(),
                    List.copyOf(events),
                    readPersonal(document),
                    string(document, "alg"),
                    string(document, "prev"),
                    string(document, HASH));
        } catch (BsonInvalidOperationException | IllegalArgumentException e) {
            throw new MalformedCommit(String.valueOf(e.getMessage()), e);
        }
    }

    private static StoredEvent readEvent(BsonDocument document) {
        requireFields(document, EVENT_FIELDS);
        return new StoredEvent(
                string(document, "id"),
                string(document, "stream"),
                string(document, "type"),
                document.getInt64("seq").getValue(),
                string(document, "name"),
                optional(document, "jurisdiction"),
                string(document, "payload"),
                optional(document, "personalHash"));
    }

    private static Map<Integer, PersonalPart> readPersonal(BsonDocument document) {
        if (!document.containsKey(PERSONAL)) {
            return Map.of();
        }
        Map<Integer, PersonalPart> parts = new TreeMap<>();
        document.getDocument(PERSONAL).forEach((index, value) -> {
            BsonDocument part = value.asDocument();
            requireFields(part, PERSONAL_FIELDS);
            parts.put(
                    Integer.valueOf(index),
                    new PersonalPart(HEX.formatHex(part.getBinary("salt").getData()), string(part, "json")));
        });
        return Map.copyOf(parts);
    }

    /** What the hash does not cover must not be there. */
    private static void requireFields(BsonDocument document, Set<String> known) {
        for (String field : document.keySet()) {
            if (!known.contains(field)) {
                throw new IllegalArgumentException("unknown field " + field);
            }
        }
    }

    private static String string(BsonDocument document, String field) {
        return document.getString(field).getValue();
    }

    private static @Nullable String optional(BsonDocument document, String field) {
        return document.containsKey(field) ? string(document, field) : null;
    }
}
