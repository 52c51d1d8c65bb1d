package org.cadreledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.model.IndexOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients expect of a server: files, large results, housekeeping, health, and reads beside writes. */
class ServerTest {
    private static final int COUNTERS = 300;

    @TempDir
    Path directory;

    private OpenDatabase open;

    @BeforeEach
    void open() {
        open = OpenDatabase.in(directory);
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void a_read_sees_whole_commands_while_others_write() throws Exception {
        MongoCollection<Document> counters = open.collection("counters");
        counters.createIndex(new Document("n", 1));
        counters.insertMany(IntStream.range(0, COUNTERS)
                .mapToObj(i -> new Document("_id", i).append("n", 0).append("pad", "x".repeat(300)))
                .toList());
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService executor = Executors.newFixedThreadPool(3)) {
            List<Future<Integer>> readers = List.of(
                    executor.submit(() -> readUntil(done, counters)), executor.submit(() -> readUntil(done, counters)));
            Future<?> noise = executor.submit(() -> {
                for (int i = 0; !done.get(); i++) {
                    open.collection("noise").insertOne(new Document("_id", i).append("pad", "x".repeat(300)));
                }
            });
            for (int i = 0; i < 150; i++) {
                counters.updateMany(new Document(), new Document("$inc", new Document("n", 1)));
            }
            done.set(true);
            noise.get();
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        }
        assertThat(counters.countDocuments(new Document("n", 150))).isEqualTo(COUNTERS);
        Agreement.assertAgrees(open.embedded(), "cadreledger", "counters");
    }

    private static int readUntil(AtomicBoolean done, MongoCollection<Document> counters) {
        int reads = 0;
        while (!done.get()) {
            List<Integer> seen = counters.find(new Document("n", new Document("$gte", 0)))
                    .batchSize(1_000)
                    .map(d -> d.getInteger("n"))
                    .into(new ArrayList<>());
            assertThat(seen).hasSize(COUNTERS);
            assertThat(seen.stream().distinct()).hasSize(1);
            reads++;
        }
        return reads;
    }

    @Test
    void files_survive_in_grid_fs() {
        byte[] contents = new byte[5 * 1024 * 1024];
        new Random(7).nextBytes(contents);
        GridFSBucket bucket = GridFSBuckets.create(open.database(), "evidence");
        ObjectId id = bucket.uploadFromStream("proof.pdf", new ByteArrayInputStream(contents));
        open.close();
        open = OpenDatabase.in(directory);
        bucket = GridFSBuckets.create(open.database(), "evidence");
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        bucket.downloadToStream(id, read);
        assertThat(read.toByteArray()).isEqualTo(contents);
        assertThat(bucket.find(new Document("filename", "proof.pdf"))).hasSize(1);
        Agreement.assertAgrees(open.embedded(), "cadreledger", "evidence.chunks");
        Agreement.assertAgrees(open.embedded(), "cadreledger", "evidence.files");
        bucket.delete(id);
        assertThat(open.collection("evidence.chunks").countDocuments()).isZero();
    }

    @Test
    void results_larger_than_a_message_come_in_batches() {
        MongoCollection<Document> large = open.collection("large");
        String megabyte = "x".repeat(1024 * 1024);
        for (int i = 0; i < 12; i++) {
            large.insertMany(IntStream.range(i * 5, i * 5 + 5)
                    .mapToObj(n -> new Document("_id", n).append("text", megabyte))
                    .toList());
        }
        assertThat(large.find().sort(new Document("_id", -1)).map(d -> d.getInteger("_id")))
                .hasSize(60)
                .startsWith(59);
    }

    @Test
    void what_a_health_check_asks_is_answered() {
        open.collection("things").insertOne(new Document("_id", 1));
        for (String database : List.of("admin", "cadreledger")) {
            Document hello = open.client().getDatabase(database).runCommand(new Document("hello", 1));
            assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
            assertThat(hello.getInteger("maxWireVersion")).isPositive();
            assertThat(open.client()
                            .getDatabase(database)
                            .runCommand(new Document("ping", 1))
                            .get("ok"))
                    .isEqualTo(1.0);
        }
        assertThat(open.client().listDatabaseNames()).containsExactly("cadreledger");
    }

    @Test
    void collections_and_indexes_can_be_dropped_and_made_again() {
        MongoCollection<Document> log = open.collection("log");
        log.createIndex(new Document("k", 1), new IndexOptions().unique(true));
        log.createIndex(new Document("keys", 1));
        log.insertOne(new Document("_id", 1L).append("k", "k1"));
        log.dropIndex("k_1");
        assertThat(log.listIndexes().map(d -> d.getString("name"))).containsExactlyInAnyOrder("_id_", "keys_1");
        log.drop();
        assertThat(open.database().listCollectionNames()).doesNotContain("log");
        assertThat(log.countDocuments()).isZero();
        log.insertOne(new Document("_id", 1L).append("k", "k1"));
        log.insertOne(new Document("_id", 2L).append("k", "k1"));
        assertThat(log.countDocuments()).isEqualTo(2);
        open.client().getDatabase("other").getCollection("c").insertOne(new Document("_id", 1));
        open.client().getDatabase("other").drop();
        assertThat(open.client().listDatabaseNames()).containsExactly("cadreledger");
    }
}
