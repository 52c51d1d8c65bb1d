package org.cadreledger.documents;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** How many documents are read: page by page. Safe for all threads. */
final class Reads {
    private static final int PAGE = 1_000;

    private final MongoCollection<BsonDocument> collection;

    Reads(MongoCollection<BsonDocument> collection) {
        this.collection = collection;
    }

    FindIterable<BsonDocument> page(BsonDocument filter, String sort, int limit) {
        return collection
                .find(filter)
                .sort(new BsonDocument(sort, new BsonInt32(1)))
                .limit(limit)
                .batchSize(Math.max(2, limit));
    }

    /** Those with these ids, in no order. */
    List<BsonDocument> of(Collection<String> ids, BsonDocument fields) {
        List<BsonDocument> found = new ArrayList<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += PAGE) {
            BsonArray some = new BsonArray();
            all.subList(from, Math.min(all.size(), from + PAGE)).forEach(id -> some.add(new BsonString(id)));
            page(new BsonDocument(Selection.ID, new BsonDocument("$in", some)), Selection.ID, PAGE)
                    .projection(fields)
                    .into(found);
        }
        return found;
    }

    /** Those with ids from {@code start}, a condition, up to and without {@code last}, in the order of ids. */
    void inPages(BsonDocument start, BsonString last, BsonDocument fields, Consumer<List<BsonDocument>> action) {
        BsonDocument from = start;
        while (true) {
            List<BsonDocument> read = page(new BsonDocument(Selection.ID, from.append("$lt", last)), Selection.ID, PAGE)
                    .projection(fields)
                    .into(new ArrayList<>());
            action.accept(read);
            if (read.size() < PAGE) {
                return;
            }
            from = new BsonDocument("$gt", read.getLast().get(Selection.ID));
        }
    }
}
