package org.cadreledger.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Politeness among the writers of several nodes: who was outrun queues up, and as long as somebody is in the queue everybody
 * writes in its order, each for some batches. Nobody queues while only one writes. Only for speed and fairness: whatever
 * happens here, the unique indexes decide who has a number. For one thread.
 */
final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final String COLLECTION = "turns";
    private static final String QUEUE = "queue";

    /** A turn takes so long, to the end of its last batch: long beside the handing over, short beside an answer. */
    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

    /** Who is first for so long and does not end its turn is gone. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** Who queues up just after a look waits so much longer. */
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** Times one's place in the queue. */
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private final @Nullable MongoCollection<BsonDocument> documents;
    private final String self = UUID.randomUUID().toString();

    private boolean queued;

    /** It is this node's turn, since then as {@link System#nanoTime()} says. */
    private boolean held;

    private long heldSince;
    private long nobodySeen = System.nanoTime() - LOOK_EVERY_NANOS;

    private Turns(@Nullable MongoCollection<BsonDocument> documents) {
        this.documents = documents;
    }

    /** Among all nodes that write into this database. */
    static Turns among(MongoDatabase database) {
        return new Turns(database.getCollection(COLLECTION, BsonDocument.class));
    }

    /** Nobody else writes. */
    static Turns alone() {
        return new Turns(null);
    }

    /** Whether others may be waiting for this node to write or to end its turn. */
    boolean holdsOthersUp() {
        return queued;
    }

    /**
     * Returns at once during this node's turn and while nobody queues; else waits in the queue, for each that is before
     * this node no longer than it may take.
     *
     * @return whether somebody else may have written
     */
    boolean await() {
        long now = System.nanoTime();
        if (documents == null
                || (held && now - heldSince < TURN_NANOS)
                || (!queued && now - nobodySeen < LOOK_EVERY_NANOS)) {
            return false;
        }
        try {
            if (held) {
                end();
            }
            if (!queued && waiting(documents).isEmpty()) {
                nobodySeen = now;
                return false;
            }
            queueUp();
            standInQueue(documents);
        } catch (RuntimeException e) {
            queued = false;
            LOG.debug("the queue of the writers cannot be used: {}", e.toString());
        }
        return true;
    }

    private void standInQueue(MongoCollection<BsonDocument> queue) {
        String first = "";
        long firstSince = 0;
        for (List<String> names = waiting(queue); ; names = waiting(queue)) {
            int place = names.indexOf(self);
            long now = System.nanoTime();
            if (place <= 0) {
                // not there any more when the others lost patience
                held = place == 0;
                queued = held;
                heldSince = now;
                return;
            }
            if (!names.getFirst().equals(first)) {
                first = names.getFirst();
                firstSince = now;
            } else if (now - firstSince > PATIENCE_NANOS) {
                leave(queue, first);
            }
            LockSupport.parkNanos(place * LOOK_AGAIN_NANOS);
        }
    }

    /** Stands in the queue from now on, if it does not yet. */
    void queueUp() {
        if (documents == null || queued) {
            return;
        }
        try {
            documents.updateOne(queue(), Updates.push(QUEUE, self), new UpdateOptions().upsert(true));
            queued = true;
        } catch (RuntimeException e) {
            LOG.debug("no turn can be asked for: {}", e.toString());
        }
    }

    /** The turn is over, if there was one. */
    void end() {
        if (documents == null || !queued) {
            return;
        }
        queued = false;
        held = false;
        try {
            leave(documents, self);
        } catch (RuntimeException e) {
            LOG.debug("a turn cannot be ended; the others will do it: {}", e.toString());
        }
    }

    private static void leave(MongoCollection<BsonDocument> documents, String name) {
        documents.updateOne(queue(), Updates.pull(QUEUE, name));
    }

    private static List<String> waiting(MongoCollection<BsonDocument> documents) {
        BsonDocument found = documents.find(queue()).first();
        return found == null
                ? List.of()
                : found.getArray(QUEUE, new BsonArray()).stream()
                        .map(BsonValue::asString)
                        .map(name -> name.getValue())
                        .toList();
    }

    private static Bson queue() {
        return Filters.eq("_id", QUEUE);
    }
}
