package org.cadreledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** How many index entries a query looks at, among 100,000 documents. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalksTest {
    private static final int DOCUMENTS = 100_000;
    private static final String NAME = "walked";

    private OpenDatabase open;

    private MongoCollection<Document> collection;

    @BeforeAll
    void fill(@TempDir Path directory) {
        open = OpenDatabase.in(directory);
        collection = open.collection(NAME);
        collection.createIndex(new Document("j", 1).append("status", 1).append("month", 1));
        collection.createIndex(new Document("keys", 1), new IndexOptions().unique(true));
        for (int from = 0; from < DOCUMENTS; from += 1_000) {
            collection.insertMany(IntStream.range(from, from + 1_000)
                    .mapToObj(i -> new Document("_id", (long) i)
                            .append("j", "j" + i % 10)
                            .append("status", "s" + i / 10 % 10)
                            .append("month", i / 100)
                            .append("keys", List.of("a/" + i, "b/" + i)))
                    .toList());
        }
    }

    @AfterAll
    void close() {
        open.close();
    }

    @Test
    void a_page_of_the_log_costs_what_it_returns() {
        assertThat(cost(new Document("_id", new Document("$gt", 50_000L)), new Document("_id", 1), 500, 500))
                .isEqualTo(500);
    }

    @Test
    void the_tail_costs_one() {
        assertThat(cost(new Document(), new Document("_id", -1), 1, 1)).isEqualTo(1);
    }

    @Test
    void a_range_in_descending_order_costs_what_it_returns() {
        Document range = new Document("_id", new Document("$gte", 10).append("$lt", 20));
        assertThat(cost(range, new Document("_id", -1), 0, 10)).isEqualTo(10);
    }

    @Test
    void single_ids_cost_one_each() {
        assertThat(cost(new Document("_id", 7), null, 0, 1)).isEqualTo(1);
        assertThat(cost(new Document("_id", new Document("$in", List.of(1, 2L, 3.0, -1))), null, 0, 3))
                .isEqualTo(3);
    }

    @Test
    void an_element_of_an_array_costs_one() {
        assertThat(cost(new Document("keys", "b/99999"), null, 0, 1)).isEqualTo(1);
    }

    @Test
    void a_range_of_elements_costs_its_elements() {
        Document range = new Document("$elemMatch", new Document("$gte", "a/5000").append("$lt", "a/5001"));
        assertThat(cost(new Document("keys", range), null, 0, 11)).isEqualTo(11);
    }

    @Test
    void a_compound_prefix_and_range_cost_what_they_return() {
        Document query = new Document("j", "j3")
                .append("status", "s4")
                .append("month", new Document("$gte", 100).append("$lte", 149));
        assertThat(cost(query, null, 0, 50)).isEqualTo(50);
    }

    @Test
    void a_compound_prefix_sorted_by_the_next_field_stops_at_the_limit() {
        Document query = new Document("j", "j3").append("status", "s4");
        assertThat(cost(query, new Document("month", -1), 5, 5)).isEqualTo(5);
        assertThat(cost(query, new Document("status", 1).append("month", 1), 5, 5))
                .isEqualTo(5);
    }

    @Test
    void counting_looks_at_nothing_where_the_index_says_all() {
        long before = open.visited(NAME);
        assertThat(collection.countDocuments(new Document("j", "j3").append("status", "s4")))
                .isEqualTo(1_000);
        assertThat(collection.countDocuments(new Document("_id", new Document("$lt", 500))))
                .isEqualTo(500);
        assertThat(collection.countDocuments()).isEqualTo(DOCUMENTS);
        assertThat(collection.estimatedDocumentCount()).isEqualTo(DOCUMENTS);
        assertThat(open.visited(NAME)).isEqualTo(before);
    }

    @Test
    void an_aggregation_that_starts_with_a_filter_walks_the_index() {
        long before = open.visited(NAME);
        List<Bson> pipeline = List.of(
                new Document("$match", new Document("j", "j3").append("status", "s4")),
                new Document("$group", new Document("_id", "$status").append("last", new Document("$max", "$month"))));
        assertThat(collection.aggregate(pipeline)).containsExactly(new Document("_id", "s4").append("last", 999));
        assertThat(open.visited(NAME) - before).isEqualTo(1_000);
    }

    @Test
    void updates_and_deletes_walk_the_index() {
        long before = open.visited(NAME);
        collection.updateOne(new Document("_id", 4L), new Document("$set", new Document("seen", true)));
        collection.replaceOne(
                new Document("_id", -5L),
                new Document("j", "none"),
                new com.mongodb.client.model.ReplaceOptions().upsert(true));
        collection.deleteMany(new Document("_id", -5L));
        assertThat(open.visited(NAME) - before).isLessThanOrEqualTo(3);
    }

    @Test
    void a_find_without_limit_reads_batch_by_batch() {
        long before = open.visited(NAME);
        try (var cursor = collection.find().batchSize(100).iterator()) {
            assertThat(cursor.next()).isNotNull();
            assertThat(open.visited(NAME) - before).isLessThanOrEqualTo(100);
        }
    }

    private long cost(Document query, @Nullable Document sort, int limit, int expected) {
        long before = open.visited(NAME);
        List<Document> found = collection
                .find(query)
                .sort(sort == null ? new Document() : sort)
                .limit(limit)
                .batchSize(1_000)
                .into(new ArrayList<>());
        assertThat(found).hasSize(expected);
        return open.visited(NAME) - before;
    }
}
