package org.cadreledger.drafts;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;

/**
 * Keeps drafts per user and form, outside the log: what was never sent is nobody else's business and may be deleted. Safe for
 * all threads.
 */
public final class Drafts {
    /** Of all fields together; more than any form of ours can hold when it is sent. */
    public static final int MOST_CHARACTERS = 20_000;

    /** Of one user; the oldest goes. */
    public static final int MOST_OF_A_USER = 30;

    static final Duration KEPT = Duration.ofDays(90);
    private static final String COLLECTION = "drafts";
    private static final int MOST_VALUES = 200;

    private final MongoCollection<Document> documents;
    private final Clock clock;

    public Drafts(MongoDatabase database, Clock clock) {
        this.documents = database.getCollection(COLLECTION);
        this.clock = clock;
        documents.createIndex(Indexes.ascending("user"));
        documents.createIndex(Indexes.ascending("savedAt"));
    }

    public Optional<Draft> find(String user, String form) {
        return Optional.ofNullable(documents.find(eq("_id", id(user, form))).first())
                .map(Drafts::read);
    }

    /** The newest first. */
    public List<Draft> of(String user) {
        List<Draft> found = new ArrayList<>();
        for (Document document : documents.find(eq("user", user))) {
            found.add(read(document));
        }
        found.sort(Comparator.comparing(Draft::savedAt).reversed());
        return found;
    }

    /**
     * Keeps the form as it stands, in the place of what was kept of it; drafts older than {@link #KEPT}, of anybody, go.
     *
     * @throws Refusal PAYLOAD_TOO_LARGE
     */
    public Instant save(String user, String form, Map<String, List<String>> fields) {
        requireBounds(fields);
        Instant now = clock.instant();
        documents.deleteMany(lt("savedAt", Date.from(now.minus(KEPT))));
        List<Draft> others =
                of(user).stream().filter(draft -> !draft.form().equals(form)).toList();
        others.stream().skip(MOST_OF_A_USER - 1L).forEach(draft -> remove(user, draft.form()));
        documents.replaceOne(
                eq("_id", id(user, form)), write(user, form, fields, now), new ReplaceOptions().upsert(true));
        return now;
    }

    public void remove(String user, String form) {
        documents.deleteOne(eq("_id", id(user, form)));
    }

    private static void requireBounds(Map<String, List<String>> fields) {
        int values = 0;
        int characters = 0;
        for (Map.Entry<String, List<String>> field : fields.entrySet()) {
            values += field.getValue().size();
            characters += field.getKey().length()
                    + field.getValue().stream().mapToInt(String::length).sum();
        }
        if (values > MOST_VALUES || characters > MOST_CHARACTERS) {
            throw Refusal.of(Reason.PAYLOAD_TOO_LARGE, MOST_CHARACTERS);
        }
    }

    /** Neither a user's name nor a form's holds a line break. */
    private static String id(String user, String form) {
        return user + "\n" + form;
    }

    private static Document write(String user, String form, Map<String, List<String>> fields, Instant at) {
        List<Document> list = fields.entrySet().stream()
                .map(field -> new Document("name", field.getKey()).append("values", field.getValue()))
                .toList();
        return new Document("_id", id(user, form))
                .append("user", user)
                .append("form", form)
                .append("fields", list)
                .append("savedAt", Date.from(at));
    }

    private static Draft read(Document document) {
        Map<String, List<String>> fields = new HashMap<>();
        for (Document field : document.getList("fields", Document.class)) {
            fields.put(field.getString("name"), field.getList("values", String.class));
        }
        return new Draft(
                document.getString("form"), fields, document.getDate("savedAt").toInstant());
    }
}
