package org.cadreledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.cadreledger.verify.Verify;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server's verifier and the standalone one share nothing and find the same, whatever is damaged. */
class VerifierAgreementTest extends StoreFixture implements ServerUnderTest.MongoJavaServer {
    private static final int LENGTH = 12;
    private static final int TRIES = 100;
    private static final JsonWriterSettings RELAXED =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void both_find_the_same_first_fault() throws IOException {
        for (int i = 0; i < LENGTH; i++) {
            log.append(draft(
                    event("cadre" + i, 0, new TestEvent.Opened("c" + i, "名 " + i, LocalDate.of(2026, 1, 2))),
                    counted("a", i)));
        }
        MongoCollection<BsonDocument> commits = database.getCollection(MongoCommits.COLLECTION, BsonDocument.class);
        List<BsonDocument> original = commits.find().into(new ArrayList<>());
        Random random = new Random(20_261_121);
        int faults = 0;
        for (int i = 0; i < TRIES; i++) {
            List<BsonDocument> damaged = damaged(original, random);
            commits.deleteMany(new BsonDocument());
            commits.insertMany(damaged);
            Verification server =
                    log.verify(1, damaged.getLast().getInt64("_id").getValue(), at -> {});
            Verify.Result standalone = Verify.check(List.of(exported(damaged)), List.of());
            assertThat(standalone.ok()).as("%s %s", server, standalone).isEqualTo(server.ok());
            assertThat(standalone.head()).as("%s %s", server, standalone).isEqualTo(server.head());
            if (!server.ok()) {
                assertThat(standalone.bad()).as("%s %s", server, standalone).isEqualTo(server.firstBadPosition());
                faults++;
            }
        }
        assertThat(faults).isBetween(TRIES / 2, TRIES - 1);
    }

    private static List<BsonDocument> damaged(List<BsonDocument> original, Random random) {
        List<BsonDocument> copy = new ArrayList<>();
        original.forEach(document -> copy.add(document.clone()));
        int at = 1 + random.nextInt(LENGTH - 2);
        BsonDocument victim = copy.get(at);
        switch (random.nextInt(8)) {
            case 0 -> copy.remove(at);
            case 1 -> swapNumbers(victim, copy.get(at + 1));
            case 2 -> flip(victim, List.of("k", "bh", "answer", "by", "alg", "prev", "hash"), random);
            case 3 ->
                flip(
                        victim.getArray("events").get(random.nextInt(2)).asDocument(),
                        List.of("id", "stream", "type", "name", "jurisdiction", "payload"),
                        random);
            case 4 -> victim.put("t", new BsonInt64(victim.getInt64("t").getValue() + random.nextInt(3) - 1));
            case 5 -> victim.put("note", new BsonString("not covered"));
            case 6 -> victim.remove(List.of("bh", "answer", "by", "keys").get(random.nextInt(4)));
            default -> {
                if (random.nextBoolean()) {
                    forge(victim);
                } else {
                    // erased: no fault
                    victim.remove("personal");
                }
            }
        }
        copy.sort((one, other) -> Long.compare(
                one.getInt64("_id").getValue(), other.getInt64("_id").getValue()));
        return copy;
    }

    private static void swapNumbers(BsonDocument one, BsonDocument other) {
        BsonValue number = one.get("_id");
        one.put("_id", other.get("_id"));
        other.put("_id", number);
    }

    private static void flip(BsonDocument document, List<String> fields, Random random) {
        String field = fields.get(random.nextInt(fields.size()));
        String value = document.getString(field).getValue();
        int at = random.nextInt(value.length());
        document.put(
                field,
                new BsonString(value.substring(0, at) + (char) (value.charAt(at) ^ 1) + value.substring(at + 1)));
    }

    /** Another author, and a hash that fits. */
    private static void forge(BsonDocument victim) {
        victim.put("by", new BsonString("someone else"));
        victim.put("hash", new BsonString(Hashes.hash(CommitBson.read(victim))));
    }

    private Path exported(List<BsonDocument> commits) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("{\"format\":\"cadre-ledger-log\",\"version\":1,\"from\":1,\"before\":\"" + Hashes.GENESIS + "\"}");
        for (BsonDocument each : commits) {
            BsonDocument line = each.clone();
            line.remove("personal");
            lines.add(line.toJson(RELAXED));
        }
        long events = commits.stream()
                .flatMapToLong(each -> LongStream.of(each.getArray("events").size()))
                .sum();
        BsonDocument last = commits.getLast();
        lines.add("{\"to\":" + last.getInt64("_id").getValue() + ",\"commits\":" + commits.size() + ",\"events\":"
                + events + ",\"head\":\"" + last.getString("hash").getValue() + "\"}");
        return Files.write(folder.resolve("export.jsonl"), lines);
    }
}
