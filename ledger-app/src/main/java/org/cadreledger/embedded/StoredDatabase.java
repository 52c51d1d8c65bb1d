package org.cadreledger.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A database whose collections and indexes are maps of the file. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<DocumentKey> {
    static final String DATA_PREFIX = "data:";
    private static final String INDEX_PREFIX = "index:";
    private static final int COMMAND_NOT_SUPPORTED = 115;

    private final Storage storage;

    StoredDatabase(String name, Storage storage, CursorRegistry cursors) {
        super(name, cursors);
        this.storage = storage;
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "find" -> find(query);
            case "aggregate" -> aggregate(channel, command, query, databases, oplog);
            case "insert" -> insertedCount(super.handleCommand(channel, command, query, databases, oplog), query);
            case "update" ->
                SingleUpdates.run(query, one -> super.handleCommand(channel, command, one, databases, oplog));
            case "dropindexes" -> dropIndexes(query);
            default -> super.handleCommand(channel, command, query, databases, oplog);
        };
    }

    private Document find(Document command) {
        String name = text(command, "find");
        StoredCollection collection = collection(name);
        if (collection == null) {
            return Replies.cursor(getFullCollectionNamespace(name), new QueryResult());
        }
        int limit = number(command, "limit");
        Document filter = (Document) command.getOrDefault("filter", new Document());
        Find find = collection.find(filter, (Document) command.get("sort"), number(command, "skip"), limit);
        boolean single = limit < 0 || Utils.isTrue(command.get("singleBatch"));
        QueryResult result =
                collection.open(find, number(command, "batchSize"), single, (Document) command.get("projection"));
        return Replies.cursor(collection.getFullName(), result);
    }

    private Document aggregate(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        StoredCollection collection = query.get(command) instanceof String name ? collection(name) : null;
        List<Document> result = collection == null ? null : Pipeline.run(collection, query, databases, this, oplog);
        if (collection == null || result == null) {
            return super.handleCommand(channel, command, query, databases, oplog);
        }
        return Replies.cursor(collection.getFullName(), new QueryResult(result));
    }

    /** The stock server counts documents that were refused as well. */
    private static Document insertedCount(Document reply, Document query) {
        if (reply.get("writeErrors") instanceof List<?> errors && !errors.isEmpty()) {
            int sent = query.get("documents") instanceof List<?> documents ? documents.size() : errors.size();
            Object firstRefused = ((Document) errors.getFirst()).get("index");
            boolean ordered = Utils.isTrue(query.getOrDefault("ordered", true));
            reply.put("n", ordered ? firstRefused : Integer.valueOf(sent - errors.size()));
        }
        return reply;
    }

    private static String text(Document command, String field) {
        return command.get(field) instanceof String text ? text : "";
    }

    static int number(Document command, String field) {
        return command.get(field) instanceof Number number ? number.intValue() : 0;
    }

    /** The stock server would drop the indexes of this name in every collection. */
    private Document dropIndexes(Document query) {
        StoredCollection collection = collection(text(query, "dropIndexes"));
        Object wanted = query.getOrDefault("index", "*");
        Document reply = new Document();
        if (collection != null) {
            List<String> names = collection.getIndexes().stream()
                    .filter(index -> !index.getName().equals("_id_"))
                    .filter(index -> wanted.equals("*")
                            || wanted.equals(index.getName())
                            || wanted.equals(index.toIndexDescription().get("key")))
                    .map(Index::getName)
                    .toList();
            if (names.isEmpty() && !wanted.equals("*")) {
                throw new IndexNotFoundException("index not found: " + wanted);
            }
            for (String name : names) {
                dropIndex(collection, name);
                getOrCreateIndexesCollection()
                        .deleteDocuments(new Document("ns", collection.getFullName()).append("name", name), 0);
            }
        }
        Utils.markOkay(reply);
        return reply;
    }

    @Nullable
    StoredCollection collection(String name) {
        MongoCollection<DocumentKey> collection = resolveCollection(name, false);
        return (StoredCollection) collection;
    }

    @Override
    protected Index<DocumentKey> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        if (keys.size() == 1 && keys.getFirst().getKey().equals("_id")) {
            return new IdIndex(storage.open(dataName(collectionName)), indexName);
        }
        return new RangeIndex(storage.open(indexName(collectionName, indexName)), indexName, keys, true, sparse);
    }

    @Override
    protected Index<DocumentKey> openOrCreateSecondaryIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        return new RangeIndex(storage.open(indexName(collectionName, indexName)), indexName, keys, false, sparse);
    }

    @Override
    protected MongoCollection<DocumentKey> openOrCreateCollection(String collectionName, CollectionOptions options) {
        StoredMap data = storage.open(dataName(collectionName));
        return new StoredCollection(this, collectionName, options, cursorRegistry, storage, data);
    }

    @Override
    protected void dropIndex(MongoCollection<DocumentKey> collection, String name) {
        super.dropIndex(collection, name);
        storage.drop(indexName(collection.getCollectionName(), name));
    }

    @Override
    public void dropCollection(String collectionName, Oplog oplog) {
        super.dropCollection(collectionName, oplog);
        storage.drop(dataName(collectionName));
    }

    @Override
    public void moveCollection(MongoDatabase oldDatabase, MongoCollection<?> collection, String newName) {
        throw new MongoServerError(
                COMMAND_NOT_SUPPORTED, "CommandNotSupported", "the embedded database renames no collections");
    }

    private String dataName(String collectionName) {
        return DATA_PREFIX + getFullCollectionNamespace(collectionName);
    }

    private String indexName(String collectionName, String indexName) {
        return INDEX_PREFIX + getFullCollectionNamespace(collectionName) + ":" + indexName;
    }

    @Override
    protected long getFileSize() {
        return storage.fileBytes();
    }

    @Override
    protected long getStorageSize() {
        return storage.fileBytes();
    }
}
