package org.cadreledger.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An index as a sorted map from keys to document keys. A unique one maps the key alone; otherwise the document's key is part
 * of it. A missing field counts as null, so that a unique index takes one document without it, unless the index is sparse:
 * then documents with none of its fields are left out. Its first entry may be a mark that some document has several keys.
 */
class RangeIndex extends Index<DocumentKey> {
    /** Before every key, since every code starts higher. */
    static final byte[] SEVERAL_KEYS_MARK = {0};

    final StoredMap map;
    private final IndexFields fields;
    private final boolean unique;
    private volatile boolean severalKeys;

    RangeIndex(StoredMap map, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
        super(name, keys, sparse);
        this.map = map;
        this.fields = new IndexFields(keys);
        this.unique = unique;
        this.severalKeys = map.get(SEVERAL_KEYS_MARK) != null;
    }

    /** Whether some document has, or once had, several keys: the walk then meets it several times. */
    boolean hasSeveralKeys() {
        return severalKeys;
    }

    boolean isSparseIndex() {
        return isSparse();
    }

    List<byte[]> keysOf(Document document) {
        return entriesOf(document).stream().map(Map.Entry::getKey).toList();
    }

    private List<Map.Entry<byte[], KeyValue>> entriesOf(Document document) {
        return isSparse() && !fields.hasAny(document) ? List.of() : fields.of(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<DocumentKey> collection) {
        refuseDuplicates(entriesOf(document), null, collection);
    }

    private void refuseDuplicates(
            List<Map.Entry<byte[], KeyValue>> entries, byte @Nullable [] own, MongoCollection<DocumentKey> collection) {
        for (Map.Entry<byte[], KeyValue> entry : unique ? entries : List.<Map.Entry<byte[], KeyValue>>of()) {
            byte[] holder = map.get(entry.getKey());
            if (holder != null && !Arrays.equals(holder, own)) {
                throw new DuplicateKeyError(this, collection, getKeys(), entry.getValue());
            }
        }
    }

    @Override
    public void add(Document document, DocumentKey position, MongoCollection<DocumentKey> collection) {
        List<Map.Entry<byte[], KeyValue>> entries = entriesOf(document);
        refuseDuplicates(entries, position.bytes, collection);
        noteSeveral(entries.size());
        for (Map.Entry<byte[], KeyValue> entry : entries) {
            map.put(stored(entry.getKey(), position.bytes), position.bytes);
        }
    }

    private void noteSeveral(int keyCount) {
        if (keyCount > 1 && !severalKeys) {
            severalKeys = true;
            map.put(SEVERAL_KEYS_MARK, Bytes.NONE);
        }
    }

    private byte[] stored(byte[] key, byte[] position) {
        return unique ? key : Bytes.join(key, position);
    }

    void remove(Document document, byte[] position) {
        for (byte[] key : keysOf(document)) {
            map.remove(stored(key, position));
        }
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<DocumentKey> collection) {
        refuseDuplicates(entriesOf(newDocument), DocumentKey.of(oldDocument).bytes, collection);
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, DocumentKey position, MongoCollection<DocumentKey> collection) {
        TreeSet<byte[]> before = new TreeSet<>(Arrays::compareUnsigned);
        before.addAll(keysOf(oldDocument));
        List<byte[]> after = keysOf(newDocument);
        noteSeveral(after.size());
        for (byte[] key : after) {
            if (!before.remove(key)) {
                map.put(stored(key, position.bytes), position.bytes);
            }
        }
        for (byte[] key : before) {
            map.remove(stored(key, position.bytes));
        }
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other)
                && unique == other.isUnique()
                && getKeys().toString().equals(other.getKeys().toString());
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public long getCount() {
        return map.now().size() - (severalKeys ? 1 : 0);
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        // the database drops the map
    }

    // What follows serves the stock collection's own look-ups, which StoredCollection does not use; only the index on
    // _id
    // tells it where a document stands.

    @Override
    public @Nullable DocumentKey getPosition(Document document) {
        return null;
    }

    @Override
    public @Nullable DocumentKey remove(Document document) {
        throw new UnsupportedOperationException("documents are removed by their key");
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<DocumentKey> getPositions(Document query) {
        throw new UnsupportedOperationException("queries are planned by QueryPlan");
    }
}
