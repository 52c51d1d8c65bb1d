package org.cadreledger.chaos;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bson.Document;

/** Spoils copies of a sound database, each in another way, and looks whether the checks find it. */
final class SelfCheck {
    private static final String POINTS = "(oints\":)-?\\d+";

    private final Path folder;
    private final Journal journal;
    private final Consumer<String> out;

    private interface Spoiling {
        /** @return a database to look into */
        void of(MongoDatabase database);
    }

    /** @param folder with a copy of the embedded database; it is not changed */
    SelfCheck(Path folder, Journal journal, Consumer<String> out) {
        this.folder = folder;
        this.journal = journal;
        this.out = out;
    }

    /** By what was done, and what the checks must say. */
    private static Map<String, Map.Entry<Spoiling, String>> spoilings() {
        Map<String, Map.Entry<Spoiling, String>> all = new LinkedHashMap<>();
        all.put("nothing", Map.entry(database -> {}, ""));
        all.put(
                "the last acknowledged commit is gone",
                Map.entry(database -> commits(database).deleteOne(last(database)), "and lost"));
        all.put(
                "a commit in the middle is gone",
                Map.entry(database -> commits(database).deleteOne(Filters.eq("_id", middle(database))), "is missing"));
        all.put("a commit is there twice", Map.entry(SelfCheck::twice, "in the log twice"));
        all.put("two commits have changed places", Map.entry(SelfCheck::swapped, "and found at"));
        all.put("nobody sent a commit", Map.entry(SelfCheck::strange, "nobody sent"));
        all.put(
                "a payload has another figure",
                Map.entry(
                        database -> commits(database)
                                .updateOne(Filters.eq("_id", middle(database)), Updates.set("events.0.payload", "{}")),
                        "the chain breaks"));
        all.put("a document has other points", Map.entry(SelfCheck::otherPoints, "has other content"));
        all.put(
                "a document is gone",
                Map.entry(database -> tallies(database).deleteOne(Filters.exists("body")), "missing"));
        all.put("a document is behind", Map.entry(SelfCheck::behind, "instead of"));
        return all;
    }

    private static MongoCollection<Document> commits(MongoDatabase database) {
        return database.getCollection("commits");
    }

    private static MongoCollection<Document> tallies(MongoDatabase database) {
        return database.getCollection("tallies_g1");
    }

    private static Document last(MongoDatabase database) {
        return Objects.requireNonNull(
                commits(database).find().sort(Sorts.descending("_id")).limit(1).first());
    }

    private static long middle(MongoDatabase database) {
        return last(database).getLong("_id") / 2;
    }

    private static Document at(MongoDatabase database, long position) {
        return Objects.requireNonNull(
                commits(database).find(Filters.eq("_id", position)).limit(1).first());
    }

    private static void twice(MongoDatabase database) {
        commits(database).dropIndex("k_1");
        commits(database).dropIndex("keys_1");
        Document again = at(database, middle(database));
        commits(database).insertOne(again.append("_id", last(database).getLong("_id") + 1));
    }

    private static void swapped(MongoDatabase database) {
        Document one = at(database, middle(database));
        Document other = at(database, middle(database) + 1);
        long place = one.getLong("_id");
        commits(database).deleteOne(Filters.eq("_id", place));
        commits(database).deleteOne(Filters.eq("_id", place + 1));
        commits(database).insertOne(one.append("_id", place + 1));
        commits(database).insertOne(other.append("_id", place));
    }

    private static void strange(MongoDatabase database) {
        Document strange = last(database);
        commits(database)
                .insertOne(strange.append("_id", strange.getLong("_id") + 1)
                        .append("k", "user/reviewer/of nobody")
                        .append("keys", List.of("of/nobody")));
    }

    private static void otherPoints(MongoDatabase database) {
        Document document = tally(database);
        String body = document.getString("body").replaceFirst(POINTS, "$1977");
        tallies(database).updateOne(Filters.eq("_id", document.get("_id")), Updates.set("body", body));
    }

    /** One with points in it. */
    private static Document tally(MongoDatabase database) {
        return tallies(database).find().into(new ArrayList<>()).stream()
                .filter(document -> document.containsKey("body"))
                .filter(document -> Pattern.compile(POINTS)
                        .matcher(document.getString("body"))
                        .find())
                .findFirst()
                .orElseThrow();
    }

    private static void behind(MongoDatabase database) {
        Document document = tally(database);
        tallies(database)
                .updateOne(
                        Filters.eq("_id", document.get("_id")),
                        Updates.set("position", document.getLong("position") - 1));
    }

    /** @return what the checks did not find */
    List<String> run() throws Exception {
        Inspector.Knowledge sound = new Inspector.Knowledge();
        List<String> overlooked =
                new ArrayList<>(Database.Copied.in(Database.Copied.again(folder), database -> look(database, sound)));
        for (Map.Entry<String, Map.Entry<Spoiling, String>> spoiling :
                spoilings().entrySet()) {
            Path copy = Database.Copied.again(folder);
            List<String> found = Database.Copied.in(copy, database -> {
                spoiling.getValue().getKey().of(database);
                return look(database, sound.copy());
            });
            String expected = spoiling.getValue().getValue();
            boolean right = expected.isEmpty()
                    ? found.isEmpty()
                    : found.stream().anyMatch(problem -> problem.contains(expected));
            out.accept("self-check: " + spoiling.getKey() + ": " + (right ? "as it should be" : "OVERLOOKED") + ", "
                    + found.size() + " problems" + (found.isEmpty() ? "" : ", such as: " + found.getFirst()));
            if (!right) {
                overlooked.add("the checks overlook that " + spoiling.getKey());
            }
        }
        return overlooked;
    }

    private List<String> look(MongoDatabase database, Inspector.Knowledge known) {
        try (Inspector inspector = new Inspector(database, journal, known, Duration.ZERO)) {
            return inspector.look(true).problems();
        }
    }
}
