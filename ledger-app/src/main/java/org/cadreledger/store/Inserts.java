package org.cadreledger.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;

/** Inserting when another may have been first: the unique index decides. */
public final class Inserts {
    private Inserts() {}

    /** @return false when a document with the same key is there; then nothing was written */
    public static <T> boolean unlessThere(MongoCollection<T> documents, T document) {
        try {
            documents.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }
}
