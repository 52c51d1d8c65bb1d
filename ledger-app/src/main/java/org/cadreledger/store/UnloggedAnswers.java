package org.cadreledger.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.bson.Document;

/**
 * What was answered to idempotency keys of writes that found everything as asked for. They have no commit that could keep
 * the answer, and their keys are taken nevertheless.
 */
public final class UnloggedAnswers {
    private static final String COLLECTION = "answers";
    private static final String BODY = "body";
    private static final String ANSWER = "answer";
    private static final String POSITION = "position";

    private final MongoCollection<Document> documents;

    UnloggedAnswers(MongoDatabase database) {
        documents = database.getCollection(COLLECTION).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    public Optional<StoredAnswer> find(String key) {
        return Optional.ofNullable(documents.find(eq("_id", key)).first())
                .map(found ->
                        new StoredAnswer(found.getLong(POSITION), found.getString(BODY), found.getString(ANSWER)));
    }

    /** Keeps the first answer that comes with a key. */
    public void keep(String key, StoredAnswer answer) {
        Document document = new Document("_id", key)
                .append(BODY, answer.bodyHash())
                .append(ANSWER, answer.answer())
                .append(POSITION, answer.position());
        try {
            documents.insertOne(document);
        } catch (MongoWriteException e) {
            // the same request came twice at once, and both found nothing to do
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }
}
