package org.cadreledger.projecting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * How far each segment is, in the database, so that a node can wait for segments of others. A mark says what the documents
 * hold, and documents never go back: it stays true whoever claims the segment next, and also when a node that was paused
 * tells it late.
 */
final class SharedMarks {
    private static final String COLLECTION = "watermarks";
    private static final String ID = "_id";
    private static final String SEGMENT = "s";
    private static final long FRESH_NANOS = Duration.ofMillis(8).toNanos();

    /** Told again although nothing changed, in case a failover forgot it. */
    private static final long AGAIN_NANOS = Duration.ofSeconds(5).toNanos();

    private final @Nullable MongoCollection<BsonDocument> documents;
    private final Map<String, Known> read = new ConcurrentHashMap<>();
    private final Map<String, Known> told = new ConcurrentHashMap<>();

    private record Known(Map<Integer, Long> marks, long at) {}

    private SharedMarks(@Nullable MongoCollection<BsonDocument> documents) {
        this.documents = documents;
    }

    static SharedMarks in(MongoDatabase database) {
        return new SharedMarks(database.getCollection(COLLECTION, BsonDocument.class));
    }

    /** There are no other nodes. */
    static SharedMarks alone() {
        return new SharedMarks(null);
    }

    boolean isAlone() {
        return documents == null;
    }

    /** Guards by segment, as old as a few milliseconds. */
    Map<Integer, Long> of(String processor) {
        if (documents == null) {
            return Map.of();
        }
        Known known = read.get(processor);
        if (known == null || System.nanoTime() - known.at() > FRESH_NANOS) {
            known = new Known(load(documents, processor), System.nanoTime());
            read.put(processor, known);
        }
        return known.marks();
    }

    private static Map<Integer, Long> load(MongoCollection<BsonDocument> documents, String processor) {
        BsonDocument found = documents.find(key(processor)).limit(1).first();
        Map<Integer, Long> marks = new HashMap<>();
        if (found != null) {
            found.forEach((field, value) -> {
                if (field.startsWith(SEGMENT)) {
                    marks.put(
                            Integer.parseInt(field.substring(SEGMENT.length())),
                            value.asNumber().longValue());
                }
            });
        }
        return marks;
    }

    void publish(String processor, Map<Integer, Long> marks) {
        if (documents == null || marks.isEmpty()) {
            return;
        }
        Known before = told.get(processor);
        if (before != null && before.marks().equals(marks) && System.nanoTime() - before.at() < AGAIN_NANOS) {
            return;
        }
        BsonDocument highest = new BsonDocument();
        marks.forEach((segment, mark) -> highest.append(SEGMENT + segment, new BsonInt64(mark)));
        documents.updateOne(key(processor), new BsonDocument("$max", highest), new UpdateOptions().upsert(true));
        told.put(processor, new Known(Map.copyOf(marks), System.nanoTime()));
    }

    private static BsonDocument key(String processor) {
        return new BsonDocument(ID, new BsonString(processor));
    }
}
