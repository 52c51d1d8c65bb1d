package org.cadreledger.embedded;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Runs the updates of one command one by one: the stock server goes on after an error even when they are ordered. */
final class SingleUpdates {
    private SingleUpdates() {}

    static Document run(Document command, UnaryOperator<Document> runOne) {
        boolean ordered = Utils.isTrue(command.getOrDefault("ordered", true));
        List<?> updates = command.get("updates") instanceof List<?> sent ? sent : List.of();
        int matched = 0;
        int modified = 0;
        List<Document> upserted = new ArrayList<>();
        List<Document> errors = new ArrayList<>();
        for (int i = 0; i < updates.size() && !(ordered && !errors.isEmpty()); i++) {
            Document one = command.clone();
            one.put("updates", List.of(updates.get(i)));
            Document reply = runOne.apply(one);
            matched += StoredDatabase.number(reply, "n");
            modified += StoredDatabase.number(reply, "nModified");
            collect(reply.get("upserted"), i, upserted);
            collect(reply.get("writeErrors"), i, errors);
        }
        Document reply = new Document("n", matched).append("nModified", modified);
        if (!upserted.isEmpty()) {
            reply.append("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            reply.append("writeErrors", errors);
        }
        Utils.markOkay(reply);
        return reply;
    }

    private static void collect(@Nullable Object found, int index, List<Document> into) {
        if (found instanceof Iterable<?> entries) {
            for (Object entry : entries) {
                Document renumbered = ((Document) entry).clone();
                renumbered.put("index", index);
                into.add(renumbered);
            }
        }
    }
}
