package org.cadreledger.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Politeness among the writers of several nodes: who was outrun asks for a turn, and everybody lets those go first who
 * asked before, asking in turn: so under load nodes alternate. Only for fairness: whatever happens here, the unique indexes decide who has a number. For one thread.
 */
final class Turns {
    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);
    private static final String COLLECTION = "turns";
    private static final String ID = "_id";
    private static final int MOST_NODES = 100;

    /** Who asked and does not come within that time is gone. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** Who asks just after a look waits so much longer: some batches. */
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final @Nullable MongoCollection<BsonDocument> documents;
    private @Nullable String asked;
    /** {@link System#nanoTime()} when nobody was waiting. */
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

    /**
     * Waits, not for long, until those who have asked by now had their turn; not at all when this node has asked itself.
     *
     * @return whether somebody went first, so that the log has gone on
     */
    boolean letOthersGoFirst() {
        long now = System.nanoTime();
        if (documents == null || asked != null || now - nobodySeen < LOOK_EVERY_NANOS) {
            return false;
        }
        boolean others = false;
        try {
            long deadline = now + PATIENCE_NANOS;
            Set<String> before = new HashSet<>(waiting(documents));
            others = !before.isEmpty();
            if (!others) {
                nobodySeen = now;
            } else {
                // whose turn it is now is to let this node go first after it
                ask();
            }
            while (!before.isEmpty() && System.nanoTime() < deadline) {
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
                before.retainAll(waiting(documents));
            }
            for (String gone : before) {
                documents.deleteOne(key(gone));
            }
        } catch (RuntimeException e) {
            LOG.debug("turns cannot be read: {}", e.toString());
        }
        return others;
    }

    /** Asks for the next turn. */
    void ask() {
        if (documents == null || asked != null) {
            return;
        }
        String name = UUID.randomUUID().toString();
        asked = name;
        try {
            documents.insertOne(key(name));
        } catch (RuntimeException e) {
            LOG.debug("no turn can be asked for: {}", e.toString());
        }
    }

    /** The turn is over. */
    void done() {
        String name = asked;
        if (documents == null || name == null) {
            return;
        }
        asked = null;
        try {
            documents.deleteOne(key(name));
        } catch (RuntimeException e) {
            LOG.debug("a turn cannot be ended; the others will do it: {}", e.toString());
        }
    }

    private static List<String> waiting(MongoCollection<BsonDocument> documents) {
        List<String> names = new ArrayList<>();
        documents
                .find()
                .limit(MOST_NODES)
                .forEach(document -> names.add(document.getString(ID).getValue()));
        return names;
    }

    private static BsonDocument key(String name) {
        return new BsonDocument(ID, new BsonString(name));
    }
}
