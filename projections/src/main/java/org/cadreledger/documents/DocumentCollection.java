package org.cadreledger.documents;

import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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
    private static final String POSITION = Selection.POSITION;
    private static final String BODY = "body";
    /** Computed documents are large: some 100 kB each. */
    private static final int PUT_AT_ONCE = 20;

    /** Sorts after every character of an id. */
    private static final String LAST = "\uffff";

    private final Projection<D> projection;
    private final MongoCollection<BsonDocument> collection;
    private final Reads reads;
    private final Writes writes;

    DocumentCollection(MongoDatabase database, Projection<D> projection, int generation) {
        this.projection = projection;
        this.collection = database.getCollection(name(projection, generation), BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadPreference(ReadPreference.primary());
        this.reads = new Reads(collection);
        this.writes = new Writes(collection, projection.name());
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
        return reads.of(ids, new BsonDocument());
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
        writes.conditionally(changes.stream()
                .map(change -> new Writes.Conditional(document(change.id(), change.held()), change.asRead()))
                .toList());
    }

    /** Stores what is computed and not folded: the same content whoever computes it, so no condition is needed. */
    public void put(String id, D body, long position) {
        writes.anyway(List.of(document(id, new Held<>(body, position))));
    }

    /** The same for many, in no order; each is asked for when it is its turn. */
    public void putAll(List<String> ids, IntFunction<D> bodies, long position) {
        int slices = (ids.size() + PUT_AT_ONCE - 1) / PUT_AT_ONCE;
        IntStream.range(0, slices)
                .parallel()
                .forEach(slice -> writes.anyway(IntStream.range(
                                slice * PUT_AT_ONCE, Math.min(ids.size(), (slice + 1) * PUT_AT_ONCE))
                        .mapToObj(i -> document(ids.get(i), new Held<>(bodies.apply(i), position)))
                        .toList()));
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
        reads.page(filter(selection), selection.sort(), selection.limit())
                .forEach(document -> found(document, selection.sort()).ifPresent(found::add));
        return found;
    }

    /** The values of one field of string type of a county's documents, by document id, without reading bodies. */
    public Map<String, String> texts(String jurisdiction, String prefix, String field) {
        Map<String, String> texts = new HashMap<>();
        texts(jurisdiction, prefix, List.of(field)).forEach((id, values) -> texts.put(id, values.get(field)));
        return texts;
    }

    /** The same for the documents with these ids that have the field. */
    public Map<String, String> texts(Collection<String> ids, String field) {
        Map<String, String> texts = new HashMap<>();
        reads.of(ids, new BsonDocument(field, new BsonInt32(1))).forEach(document -> {
            if (document.get(field) instanceof BsonString text) {
                texts.put(id(document), text.getValue());
            }
        });
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

    /**
     * The same for many documents that are dear to read.
     *
     * @param mapping applied by several threads at once; null leaves a document out
     * @param action given the results by the calling thread, in the order of ids
     */
    public <R> void each(
            String jurisdiction, String prefix, Function<Found<D>, @Nullable R> mapping, Consumer<R> action) {
        reads.inPages(
                idsFrom(jurisdiction, prefix),
                idsTo(jurisdiction, prefix),
                new BsonDocument(),
                read -> read.parallelStream()
                        .flatMap(document -> found(document, Selection.ID).map(mapping).stream())
                        .toList()
                        .forEach(action));
    }

    private static BsonDocument idsFrom(String jurisdiction, String prefix) {
        return new BsonDocument("$gte", new BsonString(jurisdiction + "/" + prefix));
    }

    private static BsonString idsTo(String jurisdiction, String prefix) {
        return new BsonString(jurisdiction + "/" + prefix + LAST);
    }

    private void range(String jurisdiction, String prefix, BsonDocument fields, Consumer<BsonDocument> action) {
        reads.inPages(idsFrom(jurisdiction, prefix), idsTo(jurisdiction, prefix), fields, read -> read.forEach(action));
    }

    /** Every document of every county, in the order of ids. */
    public void each(Consumer<Found<D>> action) {
        every(new BsonDocument(), document -> found(document, Selection.ID).ifPresent(action));
    }

    /** Of all documents, removed ones included, by fields to read. */
    void every(BsonDocument fields, Consumer<BsonDocument> action) {
        BsonDocument first = new BsonDocument("$gte", new BsonString(""));
        reads.inPages(first, new BsonString(LAST), fields, read -> read.forEach(action));
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
