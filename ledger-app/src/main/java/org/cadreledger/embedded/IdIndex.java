package org.cadreledger.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** The index on `_id`: the collection's own map, which is sorted by it. */
final class IdIndex extends RangeIndex {
    IdIndex(StoredMap data, String name) {
        super(data, name, List.of(new IndexKey("_id", true)), true, false);
    }

    @Override
    public DocumentKey getPosition(Document document) {
        return DocumentKey.of(document);
    }

    @Override
    public void add(Document document, DocumentKey position, MongoCollection<DocumentKey> collection) {
        // the document itself is the entry
    }

    @Override
    public void checkAdd(Document document, MongoCollection<DocumentKey> collection) {
        // the collection looks before it adds
    }

    @Override
    void remove(Document document, byte[] position) {
        // the document itself is the entry
    }

    /** An update keeps the `_id`; but a document that cannot be stored must be refused before any index is touched. */
    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<DocumentKey> collection) {
        BsonBytes.encode(newDocument);
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, DocumentKey position, MongoCollection<DocumentKey> collection) {
        // the `_id` cannot change
    }
}
