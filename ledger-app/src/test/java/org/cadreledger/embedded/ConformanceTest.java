package org.cadreledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.WriteModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random commands, one after the other, against the plainest model; indexes come and go, and the file is opened anew. */
class ConformanceTest {
    private static final int STEPS = 2_400;
    private static final int IDS = RandomParts.IDS;
    private static final List<Document> INDEXES = List.of(
            new Document("a", 1),
            new Document("b", -1),
            new Document("a", -1).append("b", 1),
            new Document("tags", 1),
            new Document("b", 1).append("tags", 1),
            new Document("n", 1).append("a", 1).append("b", -1));

    @TempDir
    Path directory;

    private final PlainModel model = new PlainModel();
    private Random random = new Random(0);
    private RandomParts parts = new RandomParts(random);

    @ParameterizedTest
    @ValueSource(longs = {1, 20261121})
    void the_database_answers_as_the_model_does(long seed) {
        random = new Random(seed);
        parts = new RandomParts(random);
        for (int opening = 0; opening < 3; opening++) {
            try (OpenDatabase open = OpenDatabase.in(directory)) {
                MongoCollection<Document> collection = open.collection("mixed");
                collection.createIndex(
                        new Document("keys", 1), new IndexOptions().unique(true).sparse(true));
                for (int step = 0; step < STEPS / 3; step++) {
                    step(collection);
                }
                Agreement.assertAgrees(open.embedded(), "cadreledger", "mixed");
            }
        }
        assertThat(model.size()).isGreaterThan(IDS / 4);
    }

    private void step(MongoCollection<Document> collection) {
        int kind = random.nextInt(20);
        switch (kind) {
            case 0, 1, 2 -> insert(collection);
            case 3, 4 -> update(collection);
            case 5 -> replaceOrInsert(collection);
            case 6 -> findAndUpdate(collection);
            case 7 -> bulk(collection, random.nextBoolean());
            case 8 -> delete(collection);
            case 9 -> index(collection);
            case 10 -> distinct(collection);
            default -> find(collection);
        }
        if (kind < 9) {
            assertThat(collection.find().sort(new Document("_id", 1)).into(new ArrayList<>()))
                    .as("after %s", kind)
                    .isEqualTo(model.all());
        }
    }

    private void insert(MongoCollection<Document> collection) {
        Document document = parts.document(random.nextInt(IDS));
        if (model.get(document.getLong("_id")) == null && !model.clashes(document)) {
            collection.insertOne(document);
            model.put(document);
        } else {
            assertThatThrownBy(() -> collection.insertOne(document))
                    .isInstanceOf(MongoException.class)
                    .hasMessageContaining("E11000");
        }
    }

    private void update(MongoCollection<Document> collection) {
        Document query = parts.query()
                .append(
                        "_id",
                        new Document("$in", random.longs(20, 0, IDS).boxed().toList()));
        Document update = parts.change();
        List<Document> matched = model.find(query);
        assertThat(collection.updateMany(query, update).getMatchedCount())
                .as("%s %s", query, update)
                .isEqualTo(matched.size());
        matched.forEach(document -> model.put(PlainModel.updated(document, update)));
    }

    private void replaceOrInsert(MongoCollection<Document> collection) {
        Document next = parts.document(random.nextInt(IDS));
        Document query = new Document("_id", next.get("_id"));
        ReplaceOptions upsert = new ReplaceOptions().upsert(true);
        if (model.clashes(next)) {
            assertThatThrownBy(() -> collection.replaceOne(query, next, upsert)).hasMessageContaining("E11000");
            return;
        }
        boolean there = model.get(next.getLong("_id")) != null;
        assertThat(collection.replaceOne(query, next, upsert).getMatchedCount()).isEqualTo(there ? 1 : 0);
        model.put(next);
    }

    private void findAndUpdate(MongoCollection<Document> collection) {
        Document query = parts.query();
        Document update = parts.change();
        Document order = new Document("n", -1).append("_id", 1);
        Document before = model.find(query, order, 0, 1).stream().findFirst().orElse(null);
        Document after = before == null ? null : PlainModel.updated(before, update);
        boolean wantsNew = random.nextBoolean();
        FindOneAndUpdateOptions options = new FindOneAndUpdateOptions()
                .sort(order)
                .returnDocument(wantsNew ? ReturnDocument.AFTER : ReturnDocument.BEFORE);
        assertThat(collection.findOneAndUpdate(query, update, options))
                .as("%s %s", query, update)
                .isEqualTo(wantsNew ? after : before);
        if (after != null) {
            model.put(after);
        }
    }

    private void bulk(MongoCollection<Document> collection, boolean ordered) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        Set<Integer> refused = new HashSet<>();
        boolean onlyInserts = random.nextBoolean(); // the driver would sort what is unordered by kind
        for (int i = 0; i < 6; i++) {
            Document document = parts.document(random.nextInt(IDS));
            long id = document.getLong("_id");
            boolean insert = ordered ? random.nextBoolean() : onlyInserts;
            writes.add(
                    insert ? new InsertOneModel<>(document) : new ReplaceOneModel<>(new Document("_id", id), document));
            boolean skipped = ordered && !refused.isEmpty();
            boolean there = model.get(id) != null;
            if (!skipped && (insert ? there || model.clashes(document) : there && model.clashes(document))) {
                refused.add(i);
            } else if (!skipped && insert != there) {
                model.put(document);
            }
        }
        BulkWriteOptions options = new BulkWriteOptions().ordered(ordered);
        if (refused.isEmpty()) {
            assertThat(collection.bulkWrite(writes, options).wasAcknowledged()).isTrue();
            return;
        }
        assertThatThrownBy(() -> collection.bulkWrite(writes, options))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        refusal -> assertThat(refusal.getWriteErrors())
                                .extracting(error -> error.getIndex())
                                .containsExactlyElementsOf(new TreeSet<>(refused)));
    }

    private void delete(MongoCollection<Document> collection) {
        Document query = parts.query().append("_id", new Document("$gte", (long) random.nextInt(IDS)));
        if (random.nextBoolean()) {
            query.append("n", random.nextInt(10));
        }
        List<Document> matched = model.find(query);
        if (matched.size() <= 20) {
            assertThat(collection.deleteMany(query).getDeletedCount())
                    .as("%s", query)
                    .isEqualTo(matched.size());
            matched.forEach(model::remove);
        }
    }

    private void index(MongoCollection<Document> collection) {
        Document keys = INDEXES.get(random.nextInt(INDEXES.size()));
        if (collection
                .listIndexes()
                .map(index -> index.get("key"))
                .into(new ArrayList<>())
                .contains(keys)) {
            collection.dropIndex(keys);
        } else {
            collection.createIndex(keys);
        }
    }

    private void distinct(MongoCollection<Document> collection) {
        Document query = parts.query();
        assertThat(collection.countDocuments(query))
                .as("%s", query)
                .isEqualTo(model.find(query).size());
        assertThat(collection.distinct("n", query, Integer.class))
                .as("%s", query)
                .containsExactlyInAnyOrderElementsOf(model.find(query).stream()
                        .map(document -> document.getInteger("n"))
                        .collect(Collectors.toSet()));
    }

    private void find(MongoCollection<Document> collection) {
        Document query = parts.query();
        Document sort = switch (random.nextInt(5)) {
            case 0 -> new Document("a", parts.sign()).append("_id", parts.sign());
            case 1 -> new Document("b", parts.sign()).append("a", parts.sign()).append("_id", 1);
            case 2 -> new Document("n", parts.sign()).append("_id", parts.sign());
            default -> new Document("_id", parts.sign());
        };
        int skip = random.nextInt(3) == 0 ? random.nextInt(10) : 0;
        int limit = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(30);
        assertThat(collection
                        .find(query)
                        .sort(sort)
                        .skip(skip)
                        .limit(limit)
                        .batchSize(1 + random.nextInt(40))
                        .into(new ArrayList<>()))
                .as("%s sort %s skip %s limit %s", query, sort, skip, limit)
                .isEqualTo(model.find(query, sort, skip, limit));
    }
}
