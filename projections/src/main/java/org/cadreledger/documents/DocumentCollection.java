package org.cadreledger.documents;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one projection in one generation. A document that is no more stays as an empty one with its position,
 * so that a node that wakes late cannot bring it back.
 */
public final class DocumentCollection<D> {
    private static final String ID = Selection.ID;
    private static final String POSITION = "position";
    private static final String BODY = "body";
    private static final int PAGE = 1_000;

    /** Sorts after every character of an id. */
    private static final String LAST = "\uffff";

    private final Projection<D> projection;
    private final MongoCollection<BsonDocument> collection;

    DocumentCollection(MongoDatabase database, Projection<D> projection, int generation) {
        this.projection = projection;
        this.collection = database.getCollection(name(projection, generation), BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadPreference(ReadPreference.primary());
    }

    static String name(Projection<?> projection, int generation) {
        return projection.name() + "_g" + generation;
    }

    /**
     * What becomes of a document.
     *
     * @param asRead position that it had when read
     */
    record Change<D>(String id, Held<D> held, long asRead) {}

    void prepare() {
        for (List<String> fields : projection.indexes()) {
            collection.createIndex(Indexes.ascending(fields));
        }
    }

    void drop() {
        collection.drop();
    }

    Map<String, Held<D>> load(Collection<String> ids) {
        Map<String, Held<D>> held = new HashMap<>();
        documents(ids).forEach(document -> held.put(id(document), new Held<>(body(document), position(document))));
        return held;
    }

    /** As stored, in no order. */
    List<BsonDocument> documents(Collection<String> ids) {
        List<BsonDocument> found = new ArrayList<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += PAGE) {
            BsonArray some = new BsonArray();
            all.subList(from, Math.min(all.size(), from + PAGE)).forEach(id -> some.add(new BsonString(id)));
            page(new BsonDocument(ID, new BsonDocument("$in", some)), ID, PAGE).into(found);
        }
        return found;
    }

    /** Whether a stored document holds exactly that, what it is found by included. */
    boolean isSame(String id, Held<D> expected, BsonDocument stored) {
        BsonDocument document = document(id, expected);
        boolean sameBody = Objects.equals(body(document), body(stored));
        document.computeIfPresent(BODY, (field, written) -> stored.get(BODY));
        return sameBody && document.equals(stored);
    }

    /** @throws StaleDocuments when one is not as it was read; some may have been written */
    void write(Collection<Change<D>> changes) {
        List<WriteModel<BsonDocument>> writes = new ArrayList<>();
        int replaced = 0;
        for (Change<D> change : changes) {
            BsonDocument document = document(change.id(), change.held());
            if (change.asRead() == Held.NEVER) {
                writes.add(new InsertOneModel<>(document));
            } else {
                BsonDocument condition = new BsonDocument(ID, new BsonString(change.id()))
                        .append(POSITION, new BsonInt64(change.asRead()));
                writes.add(new ReplaceOneModel<>(condition, document));
                replaced++;
            }
        }
        if (writes.isEmpty()) {
            return;
        }
        try {
            if (collection
                            .bulkWrite(writes, new BulkWriteOptions().ordered(false))
                            .getMatchedCount()
                    != replaced) {
                throw new StaleDocuments(projection.name());
            }
        } catch (MongoBulkWriteException e) {
            if (e.getWriteErrors().stream().anyMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                throw new StaleDocuments(projection.name());
            }
            throw e;
        }
    }

    /** Stores what is computed and not folded: the same content whoever computes it, so no condition is needed. */
    public void put(String id, D body, long position) {
        collection.replaceOne(
                new BsonDocument(ID, new BsonString(id)),
                document(id, new Held<>(body, position)),
                new ReplaceOptions().upsert(true));
    }

    public Optional<D> find(String id) {
        return Optional.ofNullable(collection
                        .find(new BsonDocument(ID, new BsonString(id)))
                        .limit(1)
                        .first())
                .map(this::body);
    }

    public List<Found<D>> find(Selection selection) {
        List<Found<D>> found = new ArrayList<>();
        page(filter(selection), selection.sort(), selection.limit())
                .forEach(document -> found(document, selection.sort()).ifPresent(found::add));
        return found;
    }

    /** The values of one field of string type of a county's documents, by document id, without reading bodies. */
    public Map<String, String> texts(String jurisdiction, String prefix, String field) {
        Map<String, String> texts = new HashMap<>();
        texts(jurisdiction, prefix, List.of(field)).forEach((id, values) -> texts.put(id, values.get(field)));
        return texts;
    }

    public long count(Selection selection) {
        return collection.countDocuments(filter(selection));
    }

    /** The documents with these ids that there are, in no order. */
    public List<Found<D>> find(Collection<String> ids) {
        List<Found<D>> found = new ArrayList<>();
        load(ids).forEach((id, held) -> {
            D body = held.body();
            if (body != null) {
                found.add(new Found<>(id, id, held.position(), body));
            }
        });
        return found;
    }

    /** Positions of a county's documents by id, removed ones included, without reading bodies. */
    public Map<String, Long> positions(String jurisdiction, String prefix) {
        Map<String, Long> positions = new TreeMap<>();
        range(
                jurisdiction,
                prefix,
                new BsonDocument(POSITION, new BsonInt32(1)),
                document -> positions.put(id(document), position(document)));
        return positions;
    }

    /** Some fields of string type of a county's documents, by document id, without reading bodies; removed ones have none. */
    public Map<String, Map<String, String>> texts(String jurisdiction, String prefix, List<String> fields) {
        BsonDocument wanted = new BsonDocument();
        fields.forEach(field -> wanted.append(field, new BsonInt32(1)));
        Map<String, Map<String, String>> texts = new HashMap<>();
        range(jurisdiction, prefix, wanted, document -> {
            Map<String, String> values = new HashMap<>();
            for (String field : fields) {
                if (document.get(field) instanceof BsonString text) {
                    values.put(field, text.getValue());
                }
            }
            if (!values.isEmpty()) {
                texts.put(id(document), values);
            }
        });
        return texts;
    }

    /** Every document of a county whose id begins with {@code <jurisdiction>/<prefix>}, in the order of ids. */
    public void each(String jurisdiction, String prefix, Consumer<Found<D>> action) {
        range(
                jurisdiction,
                prefix,
                new BsonDocument(),
                document -> found(document, Selection.ID).ifPresent(action));
    }

    private void range(String jurisdiction, String prefix, BsonDocument fields, Consumer<BsonDocument> action) {
        String first = jurisdiction + "/" + prefix;
        range(new BsonDocument("$gte", new BsonString(first)), new BsonString(first + LAST), fields, action);
    }

    /** Every document of every county, in the order of ids. */
    public void each(Consumer<Found<D>> action) {
        every(new BsonDocument(), document -> found(document, Selection.ID).ifPresent(action));
    }

    /** Of all documents, removed ones included, by fields to read. */
    void every(BsonDocument fields, Consumer<BsonDocument> action) {
        range(new BsonDocument("$gte", new BsonString("")), new BsonString(LAST), fields, action);
    }

    private void range(BsonDocument start, BsonString last, BsonDocument fields, Consumer<BsonDocument> action) {
        BsonDocument from = start;
        while (true) {
            List<BsonDocument> read = page(new BsonDocument(ID, from.append("$lt", last)), ID, PAGE)
                    .projection(fields)
                    .into(new ArrayList<>());
            read.forEach(action);
            if (read.size() < PAGE) {
                return;
            }
            from = new BsonDocument("$gt", read.getLast().get(ID));
        }
    }

    private FindIterable<BsonDocument> page(BsonDocument filter, String sort, int limit) {
        return collection
                .find(filter)
                .sort(new BsonDocument(sort, new BsonInt32(1)))
                .limit(limit)
                .batchSize(Math.max(2, limit));
    }

    private Optional<Found<D>> found(BsonDocument document, String sortField) {
        D body = body(document);
        if (body == null) {
            return Optional.empty();
        }
        String sort = document.get(sortField) instanceof BsonString text ? text.getValue() : "";
        return Optional.of(new Found<>(id(document), sort, position(document), body));
    }

    private static BsonDocument filter(Selection selection) {
        BsonDocument filter = new BsonDocument();
        selection.equal().forEach((field, value) -> filter.append(field, FieldValues.bson(value)));
        String after = selection.after();
        if (after != null) {
            filter.append(selection.sort(), new BsonDocument("$gt", new BsonString(after)));
        }
        return filter;
    }

    private BsonDocument document(String id, Held<D> held) {
        BsonDocument document =
                new BsonDocument(ID, new BsonString(id)).append(POSITION, new BsonInt64(held.position()));
        D body = held.body();
        if (body != null) {
            projection.fields(id, body).forEach((field, value) -> document.append(field, FieldValues.bson(value)));
            document.append(BODY, new BsonString(DocumentJson.write(body)));
        }
        return document;
    }

    static String id(BsonDocument document) {
        return document.getString(ID).getValue();
    }

    static long position(BsonDocument document) {
        return document.getNumber(POSITION).longValue();
    }

    private @Nullable D body(BsonDocument document) {
        BsonValue body = document.get(BODY);
        return body == null ? null : DocumentJson.read(body.asString().getValue(), projection.type());
    }
}
