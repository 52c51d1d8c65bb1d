package org.cadreledger.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.InvalidIdFieldError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection: its documents in one map sorted by the code of their `_id`, its indexes in maps of their own. Writing is
 * one at a time; reading takes no lock and sees the last durable commit.
 */
final class StoredCollection extends AbstractMongoCollection<DocumentKey> {
    private static final int DELETE_BATCH = 1_000;

    private final Storage storage;
    private final StoredMap data;
    private final LongAdder visited = new LongAdder();

    StoredCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            Storage storage,
            StoredMap data) {
        super(database, name, options, cursors);
        this.storage = storage;
        this.data = data;
    }

    /** Index entries looked at by queries so far. */
    long visited() {
        return visited.sum();
    }

    StoredMap data() {
        return data;
    }

    List<RangeIndex> rangeIndexes() {
        List<RangeIndex> result = new ArrayList<>();
        for (Index<DocumentKey> index : List.copyOf(getIndexes())) {
            result.add((RangeIndex) index);
        }
        if (result.isEmpty()) {
            result.add(new IdIndex(data, "rows"));
        }
        return result;
    }

    // writing

    @Override
    public synchronized void addDocument(Document document) {
        if (document.get("_id") instanceof Collection) {
            throw new InvalidIdFieldError("The '_id' value cannot be of type array");
        }
        DocumentKey position = DocumentKey.forNew(document, getIdField());
        if (data.get(position.bytes) != null) {
            throw new DuplicateKeyError(
                    new IdIndex(data, "_id_"),
                    this,
                    List.of(new IndexKey("_id", true)),
                    new KeyValue(List.of(document.get("_id"))));
        }
        byte[] stored = BsonBytes.encode(document);
        for (Index<DocumentKey> index : getIndexes()) {
            index.checkAdd(document, this);
        }
        data.put(position.bytes, stored);
        for (Index<DocumentKey> index : getIndexes()) {
            index.add(document, position, this);
        }
    }

    @Override
    public synchronized void removeDocument(Document document) {
        DocumentKey position = getIdField() == null
                ? findDocumentPosition(document)
                : new DocumentKey(KeyCode.of(document.get(getIdField())));
        if (position == null) {
            return;
        }
        rangeIndexes().forEach(index -> index.remove(document, position.bytes));
        data.remove(position.bytes);
    }

    @Override
    public synchronized int deleteDocuments(Document selector, int limit, Oplog oplog) {
        int deleted = 0;
        while (true) {
            int wanted = limit > 0 ? Math.min(DELETE_BATCH, limit - deleted) : DELETE_BATCH;
            List<Document> batch = wanted <= 0 ? List.of() : matches(selector, null, 0, wanted);
            batch.forEach(this::removeDocument);
            deleted += batch.size();
            if (batch.isEmpty() || batch.size() < wanted) {
                return deleted;
            }
        }
    }

    @Override
    public synchronized List<Document> insertDocuments(List<Document> documents, boolean isOrdered) {
        return super.insertDocuments(documents, isOrdered);
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document updateQuery,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        return super.updateDocuments(selector, updateQuery, arrayFilters, isMulti, isUpsert, oplog);
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        return super.findAndModify(query);
    }

    @Override
    protected void handleUpdate(DocumentKey position, Document oldDocument, Document newDocument) {
        data.put(position.bytes, BsonBytes.encode(newDocument));
    }

    @Override
    public synchronized void addIndex(Index<DocumentKey> index) {
        boolean known = getIndexes().stream().anyMatch(i -> i.getName().equals(index.getName()));
        try {
            super.addIndex(index);
        } catch (MongoServerError e) {
            if (!known && index instanceof RangeIndex built && !(index instanceof IdIndex)) {
                built.map.map.clear();
            }
            throw e;
        }
    }

    // reading

    @Override
    public QueryResult handleQuery(QueryParameters parameters) {
        Document selector = parameters.getQuerySelector();
        String prefix = selector.containsKey("$query") ? "$" : "";
        Document query = selector.get(prefix + "query") instanceof Document inner ? inner : selector;
        Document order = selector.get(prefix + "orderby") instanceof Document inner ? inner : null;
        return queryDocuments(
                query,
                order,
                parameters.getNumberToSkip(),
                parameters.getLimit(),
                parameters.getBatchSize(),
                parameters.getProjection());
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document orderBy,
            int numberToSkip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        return new QueryResult(projected(matches(query, orderBy, numberToSkip, limit), fieldSelector));
    }

    /** All matches at once, for commands that need them so; `find` uses cursors. */
    List<Document> matches(Document query, @Nullable Document orderBy, int skip, int limit) {
        return storage.read(view -> find(query, orderBy, skip, limit).in(view).take(Integer.MAX_VALUE, Long.MAX_VALUE));
    }

    Find find(Document query, @Nullable Document orderBy, int skip, int limit) {
        Document sort = Find.order(orderBy);
        QueryPlan plan = QueryPlan.choose(rangeIndexes(), query, sort);
        IndexWalk walk = new IndexWalk(plan, data, query, new DefaultQueryMatcher(), visited);
        return new Find(plan, walk, sort, skip, limit);
    }

    List<Document> projected(List<Document> documents, @Nullable Document fieldSelector) {
        if (fieldSelector == null || fieldSelector.isEmpty()) {
            return documents;
        }
        return matchDocumentsFromStream(new Document(), documents.stream(), 0, 0, 0, null, fieldSelector)
                .collectDocuments();
    }

    /** The first batch of a find and, when there is more, a cursor over the rest. */
    QueryResult open(Find find, int batchSize, boolean singleBatch, @Nullable Document fieldSelector) {
        FindCursor cursor =
                new FindCursor(cursorRegistry.generateCursorId(), this, storage, find, fieldSelector, cursorRegistry);
        List<Document> first = cursor.takeDocuments(batchSize);
        if (cursor.isEmpty() || singleBatch) {
            return new QueryResult(first);
        }
        cursorRegistry.add(cursor);
        storage.openCursors.used(cursor.getId(), cursorRegistry);
        return new QueryResult(first, cursor);
    }

    @Override
    protected Cursor createCursor(List<Document> remainingDocuments) {
        throw new UnsupportedOperationException("batches are cut by FindCursor");
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        if (query == null || query.isEmpty()) {
            return Find.within(count(), skip, limit);
        }
        QueryPlan plan = QueryPlan.choose(rangeIndexes(), query, null);
        IndexWalk walk = new IndexWalk(plan, data, query, new DefaultQueryMatcher(), visited);
        return Find.within(
                storage.read(
                        view -> plan.covered() ? plan.size(view) : walk.in(view).rest()),
                skip,
                limit);
    }

    @Override
    public int count() {
        return storage.read(view -> Math.toIntExact(view.of(data).size()));
    }

    @Override
    public boolean isEmpty() {
        return count() == 0;
    }

    // what the stock collection asks of its storage

    @Override
    protected DocumentKey addDocumentInternal(Document document) {
        throw new UnsupportedOperationException("addDocument does it all");
    }

    @Override
    protected @Nullable Document getDocument(DocumentKey position) {
        byte[] stored = storage.<byte @Nullable []>read(view -> view.of(data).get(position.bytes));
        return stored == null ? null : BsonBytes.decode(stored);
    }

    @Override
    protected void removeDocument(DocumentKey position) {
        data.remove(position.bytes);
    }

    @Override
    protected Stream<DocumentWithPosition<DocumentKey>> streamAllDocumentsWithPosition() {
        List<byte[]> keys = new ArrayList<>();
        data.map.keyIterator(null).forEachRemaining(keys::add);
        return keys.stream().map(key -> {
            DocumentKey position = new DocumentKey(key);
            return new DocumentWithPosition<>(getDocument(position), position);
        });
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fieldSelector) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fieldSelector);
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        // not kept: it would cost every write a page
    }

    @Override
    protected int getDataSize() {
        return 0;
    }
}
