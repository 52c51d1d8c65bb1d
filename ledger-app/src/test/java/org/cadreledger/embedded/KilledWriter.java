package org.cadreledger.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;

/**
 * A process that writes until it is killed. Arguments: directory, first number, and a password when the file is encrypted. It
 * prints what was acknowledged: `i` thread number (inserted), `u` thread
 * number version (replaced), `b` thread first (a batch of ten inserted).
 */
final class KilledWriter {
    static final String LOG = "log";
    static final String STATE = "state";
    static final int BATCH = 10;
    private static final int THREADS = 6;
    private static final long THREAD_SPAN = 1_000_000_000L;

    private KilledWriter() {}

    static long id(int thread, long number) {
        return thread * THREAD_SPAN + number;
    }

    public static void main(String[] arguments) throws Exception {
        Quiet.logs();
        EmbeddedMongo embedded = EmbeddedMongo.open(Path.of(arguments[0]), options(arguments));
        MongoClient client = MongoClients.create(embedded.clientSettings().build());
        MongoDatabase database = client.getDatabase("cadreledger");
        MongoCollection<Document> log = database.getCollection(LOG);
        MongoCollection<Document> state = database.getCollection(STATE);
        log.createIndex(new Document("keys", 1), new IndexOptions().unique(true));
        log.createIndex(new Document("k", 1), new IndexOptions().unique(true));
        state.createIndex(new Document("status", 1).append("version", -1));
        long first = Long.parseLong(arguments[1]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Thread> writers = IntStream.range(0, THREADS)
                .mapToObj(thread -> Thread.ofPlatform().start(() -> write(thread, first, log, state, out)))
                .toList();
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private static EmbeddedOptions options(String[] arguments) {
        return arguments.length < 3 ? EmbeddedOptions.plain() : EmbeddedOptions.encrypted(arguments[2].toCharArray());
    }

    private static void write(
            int thread, long first, MongoCollection<Document> log, MongoCollection<Document> state, PrintStream out) {
        String own = thread + "/" + first;
        state.insertOne(new Document("_id", own).append("version", -1L));
        long version = -1;
        for (long number = first; ; number++) {
            if (number % 7 == 0) {
                long start = number * BATCH;
                log.insertMany(LongStream.range(start, start + BATCH)
                        .mapToObj(i -> batched("b" + thread + "/" + i))
                        .toList());
                out.println("b " + thread + " " + start);
            }
            log.insertOne(commit(id(thread, number)));
            out.println("i " + thread + " " + number);
            Document next = new Document("_id", own).append("version", number).append("status", "s" + number % 5);
            if (state.replaceOne(new Document("_id", own).append("version", version), next)
                            .getMatchedCount()
                    != 1) {
                throw new IllegalStateException("lost its own update");
            }
            version = number;
            out.println("u " + thread + " " + number);
        }
    }

    /** What stands under this `_id` of the log when it is whole. */
    static Document whole(Object id) {
        return id instanceof Long number ? commit(number) : batched((String) id);
    }

    private static Document batched(String id) {
        return new Document("_id", id).append("keys", List.of(id)).append("k", "user/" + id);
    }

    private static Document commit(long id) {
        return new Document("_id", id)
                .append("keys", List.of("ledger/" + id + "/0", "cadre/" + id + "/0"))
                .append("k", "user/" + id)
                .append("events", List.of(new Document("payload", "x".repeat((int) Math.floorMod(id, 400L)))));
    }
}
