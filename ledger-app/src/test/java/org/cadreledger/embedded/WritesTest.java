package org.cadreledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.result.UpdateResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing: refusals, conditional and bulk writes, group commit, growth. */
class WritesTest {
    private static final int DUPLICATE_KEY = 11_000;

    @TempDir
    Path directory;

    private OpenDatabase open;
    private MongoCollection<Document> log;

    @BeforeEach
    void open() {
        open = OpenDatabase.in(directory);
        log = open.collection("log");
        log.createIndex(new Document("keys", 1), new IndexOptions().unique(true));
        log.createIndex(new Document("k", 1), new IndexOptions().unique(true));
    }

    @AfterEach
    void close() {
        open.close();
    }

    @Test
    void a_duplicate_id_or_key_or_element_is_refused_and_changes_nothing() {
        log.insertOne(commit(1, "a/1", "b/1"));
        assertDuplicate(new Document(commit(1, "c/1")).append("k", "other"));
        assertDuplicate(new Document(commit(2, "c/1")).append("k", "k1"));
        assertDuplicate(commit(2, "c/1", "b/1"));
        assertThat(log.find()).containsExactly(commit(1, "a/1", "b/1"));
        log.insertOne(commit(2, "c/1"));
        Agreement.assertAgrees(open.embedded(), "cadreledger", "log");
    }

    private void assertDuplicate(Document document) {
        MongoWriteException refusal = catchThrowableOfType(MongoWriteException.class, () -> log.insertOne(document));
        assertThat(refusal.getCode()).isEqualTo(DUPLICATE_KEY);
        assertThat(refusal.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
    }

    @Test
    void an_ordered_insert_stops_at_the_first_refusal_and_keeps_what_came_before() {
        log.insertOne(commit(3, "x/3"));
        List<Document> batch = List.of(commit(1, "x/1"), commit(2, "x/2"), commit(3, "y/3"), commit(4, "x/4"));
        MongoBulkWriteException refusal =
                catchThrowableOfType(MongoBulkWriteException.class, () -> log.insertMany(batch));
        assertThat(refusal.getWriteErrors()).hasSize(1);
        assertThat(refusal.getWriteErrors().getFirst().getIndex()).isEqualTo(2);
        assertThat(refusal.getWriteErrors().getFirst().getCode()).isEqualTo(DUPLICATE_KEY);
        assertThat(refusal.getWriteResult().getInsertedCount()).isEqualTo(2);
        assertThat(log.find().map(d -> d.getLong("_id"))).containsExactly(1L, 2L, 3L);
        Agreement.assertAgrees(open.embedded(), "cadreledger", "log");
    }

    @Test
    void an_unordered_insert_goes_on_after_a_refusal() {
        log.insertOne(commit(2, "x/2"));
        MongoBulkWriteException refusal = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> log.insertMany(
                        List.of(commit(1, "x/1"), commit(2, "y/2"), commit(3, "x/3")),
                        new InsertManyOptions().ordered(false)));
        assertThat(refusal.getWriteResult().getInsertedCount()).isEqualTo(2);
        assertThat(log.countDocuments()).isEqualTo(3);
    }

    @Test
    void an_update_into_a_taken_key_is_refused_and_changes_nothing() {
        log.insertMany(List.of(commit(1, "x/1"), commit(2, "x/2")));
        assertThatThrownBy(() -> log.replaceOne(new Document("_id", 2L), commit(2, "x/2", "x/1")))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
        assertThat(log.find(new Document("keys", "x/2"))).containsExactly(commit(2, "x/2"));
        Agreement.assertAgrees(open.embedded(), "cadreledger", "log");
    }

    @Test
    void a_missing_field_counts_as_null_in_a_unique_index_unless_sparse() {
        log.insertOne(new Document("_id", 1L).append("keys", List.of("x/1")));
        assertDuplicate(new Document("_id", 2L).append("keys", List.of("x/2")));
        MongoCollection<Document> sparse = open.collection("sparse");
        sparse.createIndex(new Document("k", 1), new IndexOptions().unique(true).sparse(true));
        sparse.insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));
        assertThat(sparse.countDocuments(new Document("k", null))).isEqualTo(2);
    }

    @Test
    void a_unique_index_over_duplicates_is_refused_and_leaves_no_trace() {
        MongoCollection<Document> things = open.collection("things");
        things.insertMany(List.of(new Document("a", 1), new Document("a", 1)));
        assertThatThrownBy(() -> things.createIndex(new Document("a", 1), new IndexOptions().unique(true)))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("E11000");
        assertThat(things.listIndexes()).hasSize(1);
        things.deleteOne(new Document("a", 1));
        things.createIndex(new Document("a", 1), new IndexOptions().unique(true));
        Agreement.assertAgrees(open.embedded(), "cadreledger", "things");
    }

    @Test
    void conditional_bulk_writes_report_matches_and_upserts() {
        MongoCollection<Document> board = open.collection("board");
        ReplaceOptions upsert = new ReplaceOptions().upsert(true);
        var first = board.bulkWrite(List.of(
                new ReplaceOneModel<>(new Document("_id", "a"), new Document("position", 1L), upsert),
                new ReplaceOneModel<>(new Document("_id", "b"), new Document("position", 1L), upsert)));
        assertThat(first.getUpserts()).hasSize(2);
        var second = board.bulkWrite(List.of(
                new ReplaceOneModel<>(new Document("_id", "a").append("position", 1L), new Document("position", 2L)),
                new ReplaceOneModel<>(new Document("_id", "b").append("position", 7L), new Document("position", 8L))));
        assertThat(second.getMatchedCount()).isEqualTo(1);
        assertThat(board.find(new Document("_id", "b")))
                .containsExactly(new Document("_id", "b").append("position", 1L));
        UpdateResult increment = board.updateMany(new Document(), new Document("$inc", new Document("position", 10L)));
        assertThat(increment.getModifiedCount()).isEqualTo(2);
        assertThat(board.find(new Document("position", new Document("$gt", 10))))
                .hasSize(2);
    }

    @Test
    void an_ordered_bulk_write_stops_at_the_first_refusal() {
        log.insertMany(List.of(commit(1, "x/1"), commit(2, "x/2"), commit(3, "x/3")));
        MongoBulkWriteException refusal = catchThrowableOfType(
                MongoBulkWriteException.class,
                () -> log.bulkWrite(List.of(
                        new ReplaceOneModel<>(new Document("_id", 1L), commit(1, "y/1")),
                        new ReplaceOneModel<>(new Document("_id", 2L), commit(2, "x/3")),
                        new ReplaceOneModel<>(new Document("_id", 3L), commit(3, "y/3")))));
        assertThat(refusal.getWriteErrors().getFirst().getIndex()).isEqualTo(1);
        assertThat(log.countDocuments(new Document("keys", "y/1"))).isEqualTo(1);
        assertThat(log.countDocuments(new Document("keys", "x/3"))).isEqualTo(1);
    }

    @Test
    void find_one_and_update_returns_the_new_state() {
        open.collection("counters").insertOne(new Document("_id", "c").append("n", 1));
        Document after = open.collection("counters")
                .findOneAndUpdate(
                        new Document("_id", "c"),
                        new Document("$inc", new Document("n", 1)),
                        new com.mongodb.client.model.FindOneAndUpdateOptions()
                                .returnDocument(com.mongodb.client.model.ReturnDocument.AFTER));
        assertThat(after).isEqualTo(new Document("_id", "c").append("n", 2));
    }

    @Test
    void numbers_beyond_doubles_stay_apart() {
        long large = (1L << 53) + 1;
        MongoCollection<Document> numbers = open.collection("numbers");
        for (long id : new long[] {large - 1, large, large + 1, Long.MAX_VALUE, Long.MIN_VALUE, -large}) {
            numbers.insertOne(new Document("_id", id));
        }
        assertThat(numbers.find(new Document("_id", large)).map(d -> d.getLong("_id")))
                .containsExactly(large);
        assertThat(numbers.find().sort(new Document("_id", 1)).map(d -> d.getLong("_id")))
                .containsExactly(Long.MIN_VALUE, -large, large - 1, large, large + 1, Long.MAX_VALUE);
        assertThat(numbers.countDocuments(new Document("_id", new Document("$gt", large))))
                .isEqualTo(2);
    }

    @Test
    void many_writers_share_syncs() throws Exception {
        CommitBarrier barrier = open.embedded().storage().barrier;
        long syncs = barrier.syncs();
        long writes = barrier.writes();
        insertConcurrently(32, 3_000);
        assertThat(barrier.writes() - writes).isEqualTo(3_000);
        assertThat(barrier.syncs() - syncs).isLessThan(1_500);
        assertThat(log.countDocuments()).isEqualTo(3_000);
        Agreement.assertAgrees(open.embedded(), "cadreledger", "log");
    }

    @Test
    void the_file_grows_by_at_most_two_kilobytes_a_document() throws Exception {
        insertConcurrently(16, 20_000);
        long perDocument = open.embedded().fileBytes() / 20_000;
        assertThat(perDocument).isLessThanOrEqualTo(2_048);
    }

    private void insertConcurrently(int threads, int documents) throws Exception {
        AtomicLong next = new AtomicLong();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> {
                    for (long id = next.incrementAndGet(); id <= documents; id = next.incrementAndGet()) {
                        log.insertOne(commit(id, "ledger/" + id * 7_919 % 100_003));
                    }
                }));
            }
            for (Future<?> future : running) {
                future.get();
            }
        }
    }

    private static Document commit(long id, String... keys) {
        return new Document("_id", id).append("keys", List.of(keys)).append("k", "k" + id);
    }
}
