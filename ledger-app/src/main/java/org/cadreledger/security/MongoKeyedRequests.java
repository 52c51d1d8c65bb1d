package org.cadreledger.security;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.util.function.Supplier;
import org.bson.Document;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.store.Inserts;
import org.cadreledger.web.Answers;
import org.cadreledger.web.HttpJson;
import org.cadreledger.web.KeyedRequests;
import org.cadreledger.web.Results;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;

/** Keys of calls outside the log and their answers, as plain documents. */
final class MongoKeyedRequests implements KeyedRequests {
    private static final String COLLECTION = "requests";
    private static final int SERVER_ERRORS = 500;

    private final MongoCollection<Document> documents;
    private final Passwords passwords;

    MongoKeyedRequests(MongoDatabase database, Passwords passwords) {
        documents = database.getCollection(COLLECTION).withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.passwords = passwords;
    }

    @Override
    public ResponseEntity<Object> once(CommandKey key, boolean confidential, Supplier<ResponseEntity<Object>> call) {
        String hash = key.bodyHash();
        if (hash == null) {
            return call.get();
        }
        Document before = begin(key, confidential, hash);
        if (before != null && before.getString("answer") != null) {
            return again(before);
        }
        ResponseEntity<Object> answer = first(key, before == null, call);
        if (answer.getStatusCode().is2xxSuccessful() && isLasting(answer)) {
            documents.updateOne(
                    eq("_id", key.value()),
                    Updates.combine(
                            Updates.set("status", answer.getStatusCode().value()),
                            Updates.set("position", answer.getHeaders().getFirst(Answers.POSITION)),
                            Updates.set("answer", HttpJson.mapper().writeValueAsString(answer.getBody()))));
        }
        return answer;
    }

    /** A call that was refused leaves no trace of its key: corrected, it may come with the same key again. */
    private ResponseEntity<Object> first(CommandKey key, boolean isFirst, Supplier<ResponseEntity<Object>> call) {
        try {
            return call.get();
        } catch (Refusal refusal) {
            if (isFirst && refusal.reason().status() < SERVER_ERRORS) {
                documents.deleteOne(and(eq("_id", key.value()), exists("answer", false)));
            }
            throw refusal;
        }
    }

    /** @return what is known of an earlier call with this key; null when this is the first, as nearly all are */
    private @Nullable Document begin(CommandKey key, boolean confidential, String hash) {
        if (!confidential && insert(key, hash)) {
            return null;
        }
        Document before = documents.find(eq("_id", key.value())).first();
        if (before == null) {
            if (insert(key, confidential ? passwords.hash(hash) : hash)) {
                return null;
            }
            before = documents.find(eq("_id", key.value())).first();
        }
        if (before == null || !isSame(before.getString("body"), confidential, hash)) {
            throw Refusal.of(Reason.IDEMPOTENCY_KEY_REUSED);
        }
        return before;
    }

    /** @return false when the key is there already */
    private boolean insert(CommandKey key, String kept) {
        return Inserts.unlessThere(documents, new Document("_id", key.value()).append("body", kept));
    }

    private boolean isSame(String kept, boolean confidential, String hash) {
        boolean keptConfidential = kept.startsWith("$");
        return (confidential && keptConfidential) ? passwords.matches(hash, kept) : kept.equals(hash);
    }

    /** An item that was refused because the server was busy shall have another chance with the same key. */
    private static boolean isLasting(ResponseEntity<Object> answer) {
        return !(answer.getBody() instanceof Results results) || !results.busy();
    }

    private static ResponseEntity<Object> again(Document before) {
        JsonNode body = HttpJson.mapper().readTree(before.getString("answer"));
        HttpStatus status = HttpStatus.valueOf(before.getInteger("status"));
        return Answers.answer(status, Long.parseLong(before.getString("position")), true, body);
    }
}
