package org.cadreledger.endtoend;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.BsonDocument;

/** A database of its own on the FerretDB of the tests, dropped when closed. */
final class FerretDb implements AutoCloseable {
    static final String URI = "LEDGER_TEST_FERRETDB_URI";
    private static final int PAGE = 200;

    private final MongoClient client = MongoClients.create(uri());
    private final MongoDatabase database =
            client.getDatabase("test_" + UUID.randomUUID().toString().replace('-', '_'));

    static String uri() {
        return Objects.requireNonNull(System.getenv(URI));
    }

    String name() {
        return database.getName();
    }

    MongoDatabase database() {
        return database;
    }

    /** What no program can compute again, as a restored backup would have it: no documents of the read side, no tokens. */
    void copyTo(MongoClientSettings otherServer, String other, List<String> collections) {
        try (MongoClient target = MongoClients.create(otherServer)) {
            for (String name : collections) {
                MongoCollection<BsonDocument> to = target.getDatabase(other).getCollection(name, BsonDocument.class);
                List<BsonDocument> page = new ArrayList<>();
                for (BsonDocument document :
                        database.getCollection(name, BsonDocument.class).find()) {
                    page.add(document);
                    if (page.size() == PAGE) {
                        to.insertMany(page);
                        page.clear();
                    }
                }
                if (!page.isEmpty()) {
                    to.insertMany(page);
                }
            }
        }
    }

    @Override
    public void close() {
        database.drop();
        client.close();
    }
}
