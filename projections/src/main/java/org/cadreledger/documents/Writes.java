package org.cadreledger.documents;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt64;

/** How documents are written: only as they were read, or anyway. Safe for all threads. */
final class Writes {
    private static final BulkWriteOptions ANY_ORDER = new BulkWriteOptions().ordered(false);

    private final MongoCollection<BsonDocument> collection;
    private final String name;

    Writes(MongoCollection<BsonDocument> collection, String name) {
        this.collection = collection;
        this.name = name;
    }

    /** @param asRead position that the stored one must have; {@link Held#NEVER} when there must be none */
    record Conditional(BsonDocument document, long asRead) {}

    /** @throws StaleDocuments when one is not as it was read; some may have been written */
    void conditionally(List<Conditional> changes) {
        List<WriteModel<BsonDocument>> writes = new ArrayList<>(changes.size());
        int replaced = 0;
        for (Conditional change : changes) {
            if (change.asRead() == Held.NEVER) {
                writes.add(new InsertOneModel<>(change.document()));
            } else {
                BsonDocument condition =
                        key(change.document()).append(Selection.POSITION, new BsonInt64(change.asRead()));
                writes.add(new ReplaceOneModel<>(condition, change.document()));
                replaced++;
            }
        }
        if (writes.isEmpty()) {
            return;
        }
        try {
            if (collection.bulkWrite(writes, ANY_ORDER).getMatchedCount() != replaced) {
                throw new StaleDocuments(name);
            }
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw new StaleDocuments(name);
            }
            throw e;
        }
    }

    void anyway(List<BsonDocument> documents) {
        ReplaceOptions instead = new ReplaceOptions().upsert(true);
        List<ReplaceOneModel<BsonDocument>> writes = documents.stream()
                .map(document -> new ReplaceOneModel<>(key(document), document, instead))
                .toList();
        if (!writes.isEmpty()) {
            collection.bulkWrite(writes, ANY_ORDER);
        }
    }

    private static BsonDocument key(BsonDocument document) {
        return new BsonDocument(Selection.ID, document.get(Selection.ID));
    }
}
