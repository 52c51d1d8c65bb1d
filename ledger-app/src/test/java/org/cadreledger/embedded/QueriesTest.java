package org.cadreledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries, updates and deletes over random documents against the plainest filter in memory. */
class QueriesTest {
    private static final int DOCUMENTS = 600;
    private static final int STEPS = 2_500;
    private static final List<String> STATUSES = List.of("draft", "claimed", "approved", "returned", "中国", "");

    @TempDir
    Path directory;

    private final Random random = new Random(20260401);
    private final TreeMap<Long, Document> model = new TreeMap<>();

    @Test
    void every_query_finds_what_a_plain_filter_finds() {
        try (EmbeddedMongo embedded = EmbeddedMongo.open(directory, EmbeddedOptions.plain());
                MongoClient client =
                        MongoClients.create(embedded.clientSettings().build())) {
            MongoCollection<Document> collection =
                    client.getDatabase("cadreledger").getCollection("mixed");
            collection.createIndex(new Document("j", 1).append("status", 1).append("month", -1));
            collection.createIndex(new Document("month", -1));
            collection.createIndex(
                    new Document("keys", 1), new IndexOptions().unique(true).sparse(true));
            collection.createIndex(new Document("tags", 1));
            for (int i = 0; i < DOCUMENTS; i++) {
                insert(collection);
            }
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(10)) {
                    case 0 -> insert(collection);
                    case 1 -> update(collection);
                    case 2 -> replace(collection);
                    case 3 -> delete(collection);
                    default -> compare(collection);
                }
            }
            Agreement.assertAgrees(embedded, "cadreledger", "mixed");
            assertThat(collection.countDocuments()).isEqualTo(model.size());
        }
        try (EmbeddedMongo reopened = EmbeddedMongo.open(directory, EmbeddedOptions.plain());
                MongoClient client =
                        MongoClients.create(reopened.clientSettings().build())) {
            MongoCollection<Document> collection =
                    client.getDatabase("cadreledger").getCollection("mixed");
            assertThat(collection.listIndexes().into(new ArrayList<>())).hasSize(5);
            for (int i = 0; i < 200; i++) {
                compare(collection);
            }
            Agreement.assertAgrees(reopened, "cadreledger", "mixed");
        }
    }

    private void insert(MongoCollection<Document> collection) {
        long id = random.nextInt(5_000);
        if (!model.containsKey(id)) {
            Document document = document(id);
            collection.insertOne(document);
            model.put(id, document);
        }
    }

    private Document document(long id) {
        Document document = new Document("_id", id).append("j", "5101" + random.nextInt(4));
        if (random.nextInt(8) > 0) {
            document.append("status", status());
        }
        document.append("month", month()).append("points", random.nextInt(20));
        List<Integer> tags = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.add(random.nextInt(40));
        }
        document.append("tags", tags);
        if (random.nextBoolean()) {
            document.append("keys", List.of("a" + id + "/0", "b" + id + "/" + random.nextInt(3)));
        }
        return document;
    }

    private String status() {
        return STATUSES.get(random.nextInt(STATUSES.size()));
    }

    /** The same whole numbers as int, long and double. */
    private Number month() {
        int month = random.nextInt(12) - 2;
        return switch (random.nextInt(4)) {
            case 0 -> (long) month;
            case 1 -> (double) month;
            case 2 -> month + 0.5;
            default -> month;
        };
    }

    private void update(MongoCollection<Document> collection) {
        List<Long> ids = new ArrayList<>(model.keySet());
        long id = ids.get(random.nextInt(ids.size()));
        Number month = month();
        String status = status();
        collection.updateOne(
                new Document("_id", id), new Document("$set", new Document("month", month).append("status", status)));
        known(id).append("month", month).append("status", status);
    }

    private void replace(MongoCollection<Document> collection) {
        List<Long> ids = new ArrayList<>(model.keySet());
        long id = ids.get(random.nextInt(ids.size()));
        Document next = document(id);
        boolean misses = random.nextInt(3) == 0;
        Object points = misses ? -1 : known(id).get("points");
        long modified = collection
                .replaceOne(new Document("_id", id).append("points", points), next)
                .getMatchedCount();
        assertThat(modified).isEqualTo(misses ? 0 : 1);
        if (!misses) {
            model.put(id, next);
        }
    }

    private void delete(MongoCollection<Document> collection) {
        long from = random.nextInt(5_000);
        long to = from + random.nextInt(20);
        long deleted = collection
                .deleteMany(new Document("_id", new Document("$gte", from).append("$lt", to)))
                .getDeletedCount();
        Map<Long, Document> range = model.subMap(from, to);
        assertThat(deleted).isEqualTo(range.size());
        range.clear();
    }

    private void compare(MongoCollection<Document> collection) {
        Document query = new Document();
        Predicate<Document> filter = document -> true;
        for (int conditions = random.nextInt(3); conditions >= 0; conditions--) {
            filter = filter.and(condition(query));
        }
        Comparator<Document> byId = Comparator.comparingLong(d -> (long) number(d, "_id"));
        Document sort = new Document();
        Comparator<Document> order = byId;
        switch (random.nextInt(4)) {
            case 0 -> {
                sort.append("month", 1).append("_id", 1);
                order = Comparator.<Document>comparingDouble(d -> number(d, "month"))
                        .thenComparing(byId);
            }
            case 1 -> {
                sort.append("_id", -1);
                order = byId.reversed();
            }
            default -> sort.append("_id", 1);
        }
        int limit = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(30);
        int skip = random.nextInt(3) == 0 ? random.nextInt(10) : 0;
        List<Document> found = collection
                .find(query)
                .sort(sort)
                .limit(limit)
                .skip(skip)
                .batchSize(1 + random.nextInt(40))
                .into(new ArrayList<>());
        Stream<Document> expected =
                model.values().stream().filter(filter).sorted(order).skip(skip);
        List<Document> wanted = (limit == 0 ? expected : expected.limit(limit)).toList();
        assertThat(found.stream().map(d -> d.get("_id")).toList())
                .as("%s %s skip %s limit %s", query, sort, skip, limit)
                .isEqualTo(wanted.stream().map(d -> d.get("_id")).toList());
        assertThat(found.stream().map(QueriesTest::plain).toList())
                .isEqualTo(wanted.stream().map(QueriesTest::plain).toList());
        assertThat(collection.countDocuments(query))
                .as("count %s", query)
                .isEqualTo(model.values().stream().filter(filter).count());
    }

    private Predicate<Document> condition(Document query) {
        int kind = random.nextInt(10);
        return switch (kind) {
            case 0 -> range(query, "_id", random.nextInt(5_000), random.nextInt(1_000));
            case 1 -> range(query, "month", random.nextInt(10) - 2, random.nextInt(4));
            case 2 -> {
                List<Object> ids = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    ids.add(random.nextBoolean() ? (Object) random.nextInt(5_000) : (long) random.nextInt(5_000));
                }
                query.append("_id", new Document("$in", ids));
                List<Long> wanted =
                        ids.stream().map(i -> ((Number) i).longValue()).toList();
                yield replaced(query, "_id", d -> wanted.contains(d.getLong("_id")));
            }
            case 3, 4 -> {
                String j = "5101" + random.nextInt(4);
                query.append("j", j);
                yield replaced(query, "j", d -> j.equals(d.get("j")));
            }
            case 5 -> {
                String status = random.nextInt(5) == 0 ? null : status();
                query.append("status", status);
                yield replaced(query, "status", d -> Objects.equals(status, d.get("status")));
            }
            case 6 -> {
                List<String> statuses = List.of(status(), status());
                query.append("status", new Document("$in", statuses));
                yield replaced(
                        query, "status", d -> d.get("status") != null && statuses.contains(d.getString("status")));
            }
            case 7 -> {
                int tag = random.nextInt(40);
                query.append("tags", tag);
                yield replaced(
                        query, "tags", d -> d.getList("tags", Integer.class).contains(tag));
            }
            case 8 -> {
                int from = random.nextInt(40);
                int to = from + random.nextInt(8);
                query.append("tags", new Document("$elemMatch", new Document("$gte", from).append("$lt", to)));
                yield replaced(
                        query,
                        "tags",
                        d -> d.getList("tags", Integer.class).stream().anyMatch(t -> t >= from && t < to));
            }
            default -> {
                String from = "a" + random.nextInt(5_000);
                query.append("keys", new Document("$elemMatch", new Document("$gte", from).append("$lt", from + "~")));
                yield replaced(
                        query,
                        "keys",
                        d -> d.get("keys") != null
                                && d.getList("keys", String.class).stream()
                                        .anyMatch(k -> k.compareTo(from) >= 0 && k.compareTo(from + "~") < 0));
            }
        };
    }

    private Predicate<Document> range(Document query, String field, int low, int width) {
        boolean withLow = random.nextInt(4) > 0;
        boolean lowOpen = random.nextBoolean();
        boolean withHigh = !withLow || random.nextBoolean();
        boolean highOpen = random.nextBoolean();
        Document bounds = new Document();
        if (withLow) {
            bounds.append(lowOpen ? "$gt" : "$gte", (long) low);
        }
        if (withHigh) {
            bounds.append(highOpen ? "$lt" : "$lte", (double) (low + width));
        }
        query.append(field, bounds);
        return replaced(query, field, d -> {
            double value = number(d, field);
            boolean above = !withLow || (lowOpen ? value > low : value >= low);
            boolean below = !withHigh || (highOpen ? value < low + width : value <= low + width);
            return above && below;
        });
    }

    private final Map<String, Predicate<Document>> latest = new TreeMap<>();

    /** A later condition on the same field takes the place of the earlier one, in the query as here. */
    private Predicate<Document> replaced(Document query, String field, Predicate<Document> condition) {
        if (query.size() == 1) {
            latest.clear();
        }
        latest.put(field, condition);
        return document -> List.copyOf(latest.values()).stream().allMatch(p -> p.test(document));
    }

    /** Setting a number to an equal one of another type changes nothing. */
    private static Document plain(Document document) {
        Document plain = new Document(document);
        plain.replaceAll((field, value) -> value instanceof Number number ? (Object) number.doubleValue() : value);
        return plain;
    }

    private Document known(long id) {
        return Objects.requireNonNull(model.get(id));
    }

    private static double number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
