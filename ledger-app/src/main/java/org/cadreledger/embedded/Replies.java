package org.cadreledger.embedded;

import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

/** Replies in the form that drivers expect. */
final class Replies {
    private Replies() {}

    static Document ok() {
        Document reply = new Document();
        Utils.markOkay(reply);
        return reply;
    }

    static Document cursor(String namespace, QueryResult result) {
        Document reply = new Document(
                "cursor",
                new Document("id", result.getCursorId())
                        .append("ns", namespace)
                        .append("firstBatch", result.collectDocuments()));
        Utils.markOkay(reply);
        return reply;
    }

    static Document error(RuntimeException problem) {
        Document reply = new Document("ok", 0);
        if (problem instanceof MongoServerError error) {
            reply.append("errmsg", error.getMessageWithoutErrorCode()).append("code", error.getCode());
            reply.putIfNotNull("codeName", error.getCodeName());
        } else {
            reply.append("errmsg", String.valueOf(problem.getMessage()));
        }
        return reply;
    }
}
