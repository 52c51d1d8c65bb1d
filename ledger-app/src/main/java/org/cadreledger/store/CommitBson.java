package org.cadreledger.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.BsonBinary;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonReader;
import org.bson.BsonSerializationException;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/**
 * The commit as a document (decision 0002), written to and read from the wire without documents in between. Reads nothing
 * but exactly this format: what the hash does not cover must not be there.
 */
final class CommitBson implements Codec<Commit> {

    static final String ID = "_id";
    static final String K = "k";
    static final String TIME = "t";
    static final String KEYS = "keys";
    static final String HASH = "hash";
    static final String PERSONAL = "personal";

    private static final HexFormat HEX = HexFormat.of();
    private static final EncoderContext ENCODING = EncoderContext.builder().build();
    private static final DecoderContext DECODING = DecoderContext.builder().build();
    private static final CommitBson CODEC = new CommitBson();

    static CommitBson codec() {
        return CODEC;
    }

    private CommitBson() {}

    @Override
    public Class<Commit> getEncoderClass() {
        return Commit.class;
    }

    static BsonDocument write(Commit commit) {
        BsonDocument document = new BsonDocument();
        CODEC.encode(new BsonDocumentWriter(document), commit, ENCODING);
        return document;
    }

    /** @throws MalformedCommit when the document is not exactly of the format */
    static Commit read(BsonDocument document) {
        return CODEC.decode(new BsonDocumentReader(document), DECODING);
    }

    /** The same fields as readable JSON, without the personal parts. */
    static String json(Commit commit) {
        BsonDocument document = write(commit);
        document.remove(PERSONAL);
        return document.toJson(
                JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build());
    }

    @Override
    public void encode(BsonWriter to, Commit commit, EncoderContext context) {
        to.writeStartDocument();
        to.writeInt64(ID, commit.position());
        to.writeString(K, commit.k());
        writeOptional(to, "bh", commit.bodyHash());
        writeOptional(to, "answer", commit.answer());
        to.writeString("by", commit.by());
        to.writeInt64(TIME, commit.at().toEpochMilli());
        to.writeStartArray(KEYS);
        commit.keys().forEach(to::writeString);
        to.writeEndArray();
        to.writeStartArray("events");
        commit.events().forEach(event -> write(to, event));
        to.writeEndArray();
        if (!commit.personal().isEmpty()) {
            write(to, commit.personal());
        }
        to.writeString("alg", commit.algorithm());
        to.writeString("prev", commit.previous());
        to.writeString(HASH, commit.hash());
        to.writeEndDocument();
    }

    private static void write(BsonWriter to, StoredEvent event) {
        to.writeStartDocument();
        to.writeString("id", event.id());
        to.writeString("stream", event.stream());
        to.writeString("type", event.type());
        to.writeInt64("seq", event.sequence());
        to.writeString("name", event.name());
        writeOptional(to, "jurisdiction", event.jurisdiction());
        to.writeString("payload", event.payload());
        writeOptional(to, "personalHash", event.personalHash());
        to.writeEndDocument();
    }

    private static void write(BsonWriter to, Map<Integer, PersonalPart> personal) {
        to.writeStartDocument(PERSONAL);
        new TreeMap<>(personal).forEach((index, part) -> {
            to.writeStartDocument(Integer.toString(index));
            to.writeBinaryData("salt", new BsonBinary(HEX.parseHex(part.salt())));
            to.writeString("json", part.json());
            to.writeEndDocument();
        });
        to.writeEndDocument();
    }

    private static void writeOptional(BsonWriter to, String field, @Nullable String value) {
        if (value != null) {
            to.writeString(field, value);
        }
    }

    /** @throws MalformedCommit when the document is not exactly of the format */
    @Override
    public Commit decode(BsonReader from, DecoderContext context) {
        try {
            return readCommit(from);
        } catch (BsonInvalidOperationException | BsonSerializationException | IllegalArgumentException e) {
            throw new MalformedCommit(String.valueOf(e.getMessage()), e);
        }
    }

    private static Commit readCommit(BsonReader from) {
        long position = 0;
        long time = 0;
        List<String> keys = List.of();
        List<StoredEvent> events = List.of();
        Map<Integer, PersonalPart> personal = Map.of();
        Texts texts = new Texts();
        from.readStartDocument();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String field = texts.begin(from.readName());
            switch (field) {
                case ID -> position = from.readInt64();
                case TIME -> time = from.readInt64();
                case KEYS -> keys = readKeys(from);
                case "events" -> events = readEvents(from);
                case PERSONAL -> personal = readPersonal(from);
                case K, "bh", "answer", "by", "alg", "prev", HASH -> texts.put(field, from.readString());
                default -> throw unknown(field);
            }
        }
        from.readEndDocument();
        texts.require(ID, TIME, KEYS, "events");
        return new Commit(
                position,
                texts.get(K),
                texts.find("bh"),
                texts.find("answer"),
                texts.get("by"),
                Instant.ofEpochMilli(time),
                keys,
                events,
                personal,
                texts.get("alg"),
                texts.get("prev"),
                texts.get(HASH));
    }

    private static IllegalArgumentException unknown(String field) {
        return new IllegalArgumentException("unknown field " + field);
    }

    private static List<String> readKeys(BsonReader from) {
        List<String> keys = new ArrayList<>(1);
        from.readStartArray();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
            keys.add(from.readString());
        }
        from.readEndArray();
        return List.copyOf(keys);
    }

    private static List<StoredEvent> readEvents(BsonReader from) {
        List<StoredEvent> events = new ArrayList<>(1);
        from.readStartArray();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
            events.add(readEvent(from));
        }
        from.readEndArray();
        return List.copyOf(events);
    }

    private static StoredEvent readEvent(BsonReader from) {
        long sequence = 0;
        Texts texts = new Texts();
        from.readStartDocument();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String field = texts.begin(from.readName());
            switch (field) {
                case "seq" -> sequence = from.readInt64();
                case "id", "stream", "type", "name", "jurisdiction", "payload", "personalHash" ->
                    texts.put(field, from.readString());
                default -> throw unknown(field);
            }
        }
        from.readEndDocument();
        texts.require("seq");
        return new StoredEvent(
                texts.get("id"),
                texts.get("stream"),
                texts.get("type"),
                sequence,
                texts.get("name"),
                texts.find("jurisdiction"),
                texts.get("payload"),
                texts.find("personalHash"));
    }

    private static Map<Integer, PersonalPart> readPersonal(BsonReader from) {
        Map<Integer, PersonalPart> parts = new TreeMap<>();
        from.readStartDocument();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
            Integer index = Integer.valueOf(from.readName());
            if (parts.put(index, readPart(from)) != null) {
                throw new IllegalArgumentException("two personal parts of event " + index);
            }
        }
        from.readEndDocument();
        return Map.copyOf(parts);
    }

    private static PersonalPart readPart(BsonReader from) {
        Texts texts = new Texts();
        from.readStartDocument();
        while (from.readBsonType() != BsonType.END_OF_DOCUMENT) {
            String field = texts.begin(from.readName());
            switch (field) {
                case "salt" ->
                    texts.put(field, HEX.formatHex(from.readBinaryData().getData()));
                case "json" -> texts.put(field, from.readString());
                default -> throw unknown(field);
            }
        }
        from.readEndDocument();
        return new PersonalPart(texts.get("salt"), texts.get("json"));
    }

    /** The fields of a document that have been read, each once. */
    private static final class Texts {
        private static final String NO_TEXT = "";
        private final Map<String, String> fields = new HashMap<>(16);

        String begin(String field) {
            if (fields.put(field, NO_TEXT) != null) {
                throw new IllegalArgumentException("field " + field + " twice");
            }
            return field;
        }

        void put(String field, String text) {
            fields.put(field, text);
        }

        @Nullable
        String find(String field) {
            return fields.get(field);
        }

        String get(String field) {
            String text = fields.get(field);
            if (text == null) {
                throw new IllegalArgumentException("no field " + field);
            }
            return text;
        }

        void require(String... wanted) {
            for (String field : wanted) {
                String _ = get(field);
            }
        }
    }
}
