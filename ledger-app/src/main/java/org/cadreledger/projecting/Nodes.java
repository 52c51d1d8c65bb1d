package org.cadreledger.projecting;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/**
 * The nodes that are alive: each counts up a document of its own, and whoever sees a count stand still for long takes that
 * node for dead. No clocks are compared. Nothing but the sharing of work rests on it. For one thread.
 */
final class Nodes {
    private static final String COLLECTION = "nodes";
    private static final String ID = "_id";
    private static final String BEAT = "beat";

    /** As long as claims of segments are good for. */
    private static final long DEAD_NANOS = ProcessorSettings.CLAIM_TIMEOUT.toNanos();

    private static final long FORGET_NANOS = Duration.ofMinutes(10).toNanos();

    private final MongoCollection<BsonDocument> documents;
    private final String self;
    private final Map<String, Seen> seen = new HashMap<>();
    private long beat;

    /** @param at when that count was first seen */
    private record Seen(long beat, long at) {}

    Nodes(MongoDatabase database, String self) {
        this.documents = database.getCollection(COLLECTION, BsonDocument.class);
        this.self = self;
    }

    /** To be called every second or so. */
    void beat() {
        documents.replaceOne(
                key(self), key(self).append(BEAT, new BsonInt64(++beat)), new ReplaceOptions().upsert(true));
        long now = System.nanoTime();
        Map<String, Long> beats = new HashMap<>();
        documents
                .find()
                .forEach(document -> beats.put(
                        document.getString(ID).getValue(),
                        document.getNumber(BEAT).longValue()));
        seen.keySet().retainAll(beats.keySet());
        beats.forEach((node, count) -> {
            Seen before = seen.get(node);
            if (before == null || before.beat() != count) {
                seen.put(node, new Seen(count, now));
            } else if (now - before.at() > FORGET_NANOS) {
                documents.deleteOne(key(node));
            }
        });
    }

    /** How many of so many parts are this node's: all nodes' shares together are the whole. */
    int share(int parts) {
        long now = System.nanoTime();
        List<String> alive = seen.entrySet().stream()
                .filter(node -> now - node.getValue().at() < DEAD_NANOS)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        int place = alive.indexOf(self);
        if (place < 0) {
            return parts;
        }
        return parts / alive.size() + (place < parts % alive.size() ? 1 : 0);
    }

    void leave() {
        documents.deleteOne(key(self));
    }

    private static BsonDocument key(String node) {
        return new BsonDocument(ID, new BsonString(node));
    }
}
