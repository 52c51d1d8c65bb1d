package org.cadreledger.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

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

    /** Null when other processes keep answers too. */
    private final @Nullable SeenKeys seen;

    /** @param alone whether no other process keeps answers: nearly all keys are new, and then the database is not asked */
    UnloggedAnswers(MongoDatabase database, boolean alone) {
        documents = database.getCollection(COLLECTION).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        seen = alone ? SeenKeys.of(this::keys) : null;
    }

    private void keys(Consumer<String> each) {
        documents.find().projection(Projections.include("_id")).forEach(found -> each.accept(found.getString("_id")));
    }

    public Optional<StoredAnswer> find(String key) {
        if (seen != null && !seen.mayContain(key)) {
            return Optional.empty();
        }
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
        if (seen != null) {
            seen.add(key);
        }
        // false: the same request came twice at once, and both found nothing to do
        boolean _ = Inserts.unlessThere(documents, document);
    }
}
