package org.cadreledger.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import java.util.List;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Tries on a scratch collection what the log relies on, because a server may accept an option and ignore it. */
final class ServerProbe {

    private static final String COLLECTION = "probe";
    private static final String KEYS = "keys";

    private ServerProbe() {}

    /** @throws StoreUnfit with what is missing */
    static void check(MongoDatabase database) {
        String run = UUID.randomUUID().toString();
        MongoCollection<BsonDocument> probe = MongoCommits.durable(database, COLLECTION);
        try {
            probe.createIndex(Indexes.ascending(KEYS), new IndexOptions().unique(true));
            insertOrdered(probe, run);
            List<String> stored = List.of(run + "-1", run + "-2", run + "-3").stream()
                    .filter(id -> probe.find(Filters.eq("_id", id)).first() != null)
                    .toList();
            if (!stored.equals(List.of(run + "-1"))) {
                throw new StoreUnfit(
                        "the server must refuse the second of three documents for its unique array and keep the first,"
                                + " but it kept " + stored.size(),
                        null);
            }
        } catch (MongoException e) {
            throw new StoreUnfit(
                    "the server refuses what the log needs (journaled majority writes, majority reads, unique indexes): "
                            + e.getMessage(),
                    e);
        } finally {
            cleanUp(probe, run);
        }
    }

    /** Writes one document as durably as a commit, and removes it. */
    static void write(MongoDatabase database) {
        MongoCollection<BsonDocument> probe = MongoCommits.durable(database, COLLECTION);
        String id = UUID.randomUUID().toString();
        probe.insertOne(document(id, id));
        probe.deleteOne(Filters.eq("_id", id));
    }

    private static void insertOrdered(MongoCollection<BsonDocument> probe, String run) {
        try {
            probe.insertMany(
                    List.of(
                            document(run + "-1", run + "/a", run + "/b"),
                            document(run + "-2", run + "/b", run + "/c"),
                            document(run + "-3", run + "/d")),
                    new InsertManyOptions().ordered(true));
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null) {
                throw new StoreUnfit(
                        "the server does not confirm majority writes: "
                                + e.getWriteConcernError().getMessage(),
                        e);
            }
            // the duplicate, as it must be; what was kept is looked at, not the message
        }
    }

    private static BsonDocument document(String id, String... keys) {
        return new BsonDocument("_id", new BsonString(id))
                .append(
                        KEYS,
                        new BsonArray(
                                List.of(keys).stream().map(BsonString::new).toList()));
    }

    private static void cleanUp(MongoCollection<BsonDocument> probe, String run) {
        try {
            for (String id : List.of(run + "-1", run + "-2", run + "-3")) {
                probe.deleteOne(Filters.eq("_id", id));
            }
        } catch (MongoException e) {
            // a left-over of a few bytes; the reason is thrown already
            throw new StoreUnfit("the server's probe collection cannot be cleaned: " + e.getMessage(), e);
        }
    }
}
