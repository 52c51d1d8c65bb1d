package org.cadreledger.embedded;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Documents, changes and queries that are likely to meet each other. */
final class RandomParts {
    static final int IDS = 300;
    private static final List<String> TEXTS = List.of("", "a", "ab", "b", "中", "中国");

    private final Random random;

    RandomParts(Random random) {
        this.random = random;
    }

    Document document(int id) {
        Document document = new Document("_id", (long) id).append("n", random.nextInt(10));
        for (String field : List.of("a", "b")) {
            if (random.nextInt(5) > 0) {
                document.append(field, value());
            }
        }
        if (random.nextInt(4) > 0) {
            document.append(
                    "tags", random.ints(random.nextInt(4), 0, 12).boxed().toList());
        }
        if (random.nextBoolean()) {
            document.append("keys", List.of("k" + random.nextInt(IDS * 4), "l" + random.nextInt(IDS * 4)));
        }
        return document;
    }

    private @Nullable Object value() {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> random.nextInt(8) + 0.5;
            case 2, 3 -> TEXTS.get(random.nextInt(TEXTS.size()));
            default -> random.nextInt(8);
        };
    }

    Document change() {
        return switch (random.nextInt(4)) {
            case 0 -> new Document("$set", new Document("a", value()).append("b", value()));
            case 1 -> new Document("$unset", new Document("a", ""));
            case 2 -> new Document("$inc", new Document("n", random.nextInt(3)));
            default -> new Document("$push", new Document("tags", random.nextInt(12)));
        };
    }

    Document query() {
        Document query = new Document();
        for (int conditions = 1 + random.nextInt(2); conditions > 0; conditions--) {
            query.putAll(condition());
        }
        if (random.nextInt(6) == 0) {
            query.append(List.of("$and", "$or", "$nor").get(random.nextInt(3)), List.of(condition(), condition()));
        }
        return query;
    }

    Document condition() {
        String field = random.nextBoolean() ? "a" : "b";
        return switch (random.nextInt(10)) {
            case 0 -> new Document("_id", new Document("$gte", (long) random.nextInt(IDS)));
            case 1 ->
                new Document(
                        "_id",
                        new Document("$in", random.longs(10, 0, IDS).boxed().toList()));
            case 2 -> new Document(field, new Document("$in", Arrays.asList(value(), value(), value())));
            case 3 -> new Document(field, new Document(random.nextBoolean() ? "$ne" : "$eq", value()));
            case 4 -> new Document(field, new Document("$exists", random.nextBoolean()));
            case 5 -> new Document(field, range(random.nextInt(8), 4));
            case 6 -> new Document("tags", random.nextInt(12));
            case 7 -> new Document("tags", range(random.nextInt(12), 0));
            case 8 -> new Document("tags", new Document("$elemMatch", range(random.nextInt(12), 4)));
            default -> new Document(field, value());
        };
    }

    /** Without a width one bound: of two, the stock server asks that one element of a list meet both (decision 0008). */
    Document range(int low, int width) {
        Document range = new Document(random.nextBoolean() ? "$gt" : "$gte", low);
        if (width > 0 && random.nextBoolean()) {
            range.append(random.nextBoolean() ? "$lt" : "$lte", low + random.nextInt(width));
        }
        return range;
    }

    int sign() {
        return random.nextBoolean() ? 1 : -1;
    }
}
