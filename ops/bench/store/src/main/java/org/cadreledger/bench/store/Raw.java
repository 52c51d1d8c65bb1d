package org.cadreledger.bench.store;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;

/** What the server and the driver can do at best with the very documents of the log, into a collection with the log's indexes. */
final class Raw {
    private static final int BATCH = 1_000;

    private final MongoDatabase database;
    private final List<BsonDocument> documents;
    private final AtomicInteger number = new AtomicInteger();

    /** @param log database of a {@link LedgerSide}; @param atMost documents */
    Raw(MongoDatabase log, MongoDatabase database, int atMost) {
        this.database = database;
        this.documents = log.getCollection("commits", BsonDocument.class)
                .find()
                .sort(Sorts.ascending("_id"))
                .limit(atMost)
                .into(new ArrayList<>());
    }

    private MongoCollection<BsonDocument> fresh() {
        MongoCollection<BsonDocument> collection = database.getCollection(
                        "raw" + number.incrementAndGet(), BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        collection.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true));
        collection.createIndex(Indexes.ascending("keys"), new IndexOptions().unique(true));
        return collection;
    }

    int size() {
        return documents.size();
    }

    /** One writer, ordered batches of {@value #BATCH}; documents a second and processor time. */
    Clients.Outcome insertMany() {
        MongoCollection<BsonDocument> collection = fresh();
        long cpuBefore = Clients.SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        for (int from = 0; from < documents.size(); from += BATCH) {
            collection.insertMany(
                    documents.subList(from, Math.min(documents.size(), from + BATCH)),
                    new InsertManyOptions().ordered(true));
        }
        double rate = documents.size() * 1e9 / (System.nanoTime() - start);
        double cpu = (Clients.SYSTEM.getProcessCpuTime() - cpuBefore) / 1e3 / documents.size();
        collection.drop();
        return new Clients.Outcome(rate, 0, 0, cpu);
    }

    /** That many clients, one document each time; ends after the time or with the last document; documents a second. */
    double insertOne(int clients, double seconds) {
        MongoCollection<BsonDocument> collection = fresh();
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        AtomicInteger inserted = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                int at = next.getAndIncrement();
                while (at < documents.size() && System.nanoTime() < end) {
                    collection.insertOne(documents.get(at));
                    inserted.incrementAndGet();
                    at = next.getAndIncrement();
                }
            }));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        double rate = inserted.get() * 1e9 / (System.nanoTime() - start);
        collection.drop();
        return rate;
    }
}
