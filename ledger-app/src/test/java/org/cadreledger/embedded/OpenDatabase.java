package org.cadreledger.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.Objects;
import org.bson.Document;

/** An open database and a client of it. */
record OpenDatabase(EmbeddedMongo embedded, MongoClient client) implements AutoCloseable {
    static OpenDatabase in(Path directory) {
        return in(directory, EmbeddedOptions.plain());
    }

    static OpenDatabase in(Path directory, EmbeddedOptions options) {
        EmbeddedMongo embedded = EmbeddedMongo.open(directory, options);
        return new OpenDatabase(
                embedded, MongoClients.create(embedded.clientSettings().build()));
    }

    MongoDatabase database() {
        return client.getDatabase("cadreledger");
    }

    MongoCollection<Document> collection(String name) {
        return database().getCollection(name);
    }

    /** Index entries that queries on this collection have looked at. */
    long visited(String name) {
        StoredDatabase stored = (StoredDatabase) embedded.backend().resolveDatabase("cadreledger");
        return Objects.requireNonNull(stored.collection(name)).visited();
    }

    @Override
    public void close() {
        client.close();
        embedded.close();
    }
}
