package org.cadreledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever changes the log by hand is found, at the position. */
abstract class VerificationConformance extends StoreFixture {

    private static final int LENGTH = 12;
    private static final long VICTIM = 5;

    private MongoCollection<Document> documents() {
        return database.getCollection(MongoCommits.COLLECTION);
    }

    @BeforeEach
    void fill() {
        for (int i = 0; i < LENGTH; i++) {
            log.append(draft(
                    event("cadre" + i, 0, new TestEvent.Opened("c" + i, "name " + i, LocalDate.of(2026, 1, 2))),
                    counted("a", i)));
        }
    }

    private Document victim(long position) {
        return java.util.Objects.requireNonNull(
                documents().find(Filters.eq("_id", position)).first());
    }

    private void change(long position, String field, Object value) {
        documents().updateOne(Filters.eq("_id", position), Updates.set(field, value));
    }

    private void assertBadAt(long position) {
        Verification found = log.verify(1, LENGTH, at -> {});
        assertThat(found.ok()).isFalse();
        assertThat(found.firstBadPosition()).as(found.fault()).isEqualTo(position);
        assertThat(found.commits()).isEqualTo(position - 1);
    }

    @Test
    void an_untouched_log_is_sound_whole_and_in_parts() {
        List<Long> progress = new ArrayList<>();
        Verification whole = log.verify(1, LENGTH, progress::add);
        assertThat(whole)
                .isEqualTo(new Verification(1, LENGTH, LENGTH, log.tail().hash(), null, null));
        assertThat(progress).endsWith((long) LENGTH);
        assertThat(log.verify(4, 9, at -> {}))
                .isEqualTo(new Verification(4, 9, 6, victim(9).getString("hash"), null, null));
        assertThat(log.verify(1, 0, at -> {}).ok()).isTrue();
    }

    @Test
    void a_flipped_byte_is_found_in_every_field() {
        Document original = victim(VICTIM);
        for (String field : List.of("k", "bh", "answer", "by", "prev", "hash", "alg")) {
            String value = original.getString(field);
            change(VICTIM, field, flip(value));
            assertBadAt(VICTIM);
            change(VICTIM, field, value);
        }
        change(VICTIM, "t", original.getLong("t") + 1);
        assertBadAt(VICTIM);
        change(VICTIM, "t", original.getLong("t"));
        for (String field : List.of("id", "stream", "type", "name", "jurisdiction", "payload", "personalHash")) {
            flipInEvent(original, field);
            assertBadAt(VICTIM);
            change(VICTIM, "events", original.getList("events", Document.class));
        }
        change(VICTIM, "keys", List.of("elsewhere/0000000000", "a/0000000004"));
        assertBadAt(VICTIM);
        change(VICTIM, "keys", original.getList("keys", String.class));
        assertThat(log.verify(1, LENGTH, at -> {}).ok()).isTrue();
    }

    private static String flip(String value) {
        char last = value.charAt(value.length() - 1);
        return value.substring(0, value.length() - 1) + (char) (last ^ 1);
    }

    private void flipInEvent(Document original, String field) {
        List<Document> events = new ArrayList<>();
        for (Document event : original.getList("events", Document.class)) {
            events.add(new Document(event));
        }
        events.getFirst().put(field, flip(events.getFirst().getString(field)));
        change(VICTIM, "events", events);
    }

    @Test
    void a_change_with_a_fitting_hash_of_its_own_breaks_the_chain_after_it() {
        Commit commit = log.commit(VICTIM).orElseThrow();
        Commit forged = new Commit(
                commit.position(),
                commit.k(),
                commit.bodyHash(),
                commit.answer(),
                "someone else",
                commit.at(),
                commit.keys(),
                commit.events(),
                commit.personal(),
                commit.algorithm(),
                commit.previous(),
                "");
        change(VICTIM, "by", "someone else");
        change(VICTIM, "hash", Hashes.hash(forged));
        assertBadAt(VICTIM + 1);
    }

    @Test
    void a_removed_commit_is_found() {
        documents().deleteOne(Filters.eq("_id", VICTIM));
        assertBadAt(VICTIM);
    }

    @Test
    void a_cut_off_end_is_found_by_whoever_knows_the_length() {
        documents().deleteOne(Filters.eq("_id", (long) LENGTH));
        assertBadAt(LENGTH);
    }

    @Test
    void two_swapped_commits_are_found() {
        Document one = victim(VICTIM);
        Document other = victim(VICTIM + 2);
        documents().deleteMany(Filters.in("_id", VICTIM, VICTIM + 2));
        one.put("_id", VICTIM + 2);
        other.put("_id", VICTIM);
        documents().insertMany(List.of(one, other));
        assertBadAt(VICTIM);
    }

    @Test
    void an_inserted_commit_is_found() {
        for (long position = LENGTH; position > VICTIM; position--) {
            Document moved = victim(position);
            documents().deleteOne(Filters.eq("_id", position));
            moved.put("_id", position + 1);
            documents().insertOne(moved);
        }
        Document added = victim(VICTIM);
        added.put("_id", VICTIM + 1);
        added.put("k", "user/u9/added");
        added.put("keys", List.of("added/0000000000"));
        added.put("prev", victim(VICTIM).getString("hash"));
        documents().insertOne(added);
        assertBadAt(VICTIM + 1);
    }

    @Test
    void a_field_that_the_hash_does_not_cover_is_found() {
        change(VICTIM, "note", "looks official");
        assertBadAt(VICTIM);
    }

    @Test
    void a_changed_or_added_personal_part_is_found_and_an_erased_one_is_not() {
        change(VICTIM, "personal.0.json", "{\"name\":\"someone else\"}");
        assertBadAt(VICTIM);
        log.erasePersonal(VICTIM, 0);
        assertThat(log.verify(1, LENGTH, at -> {}).ok()).isTrue();
        Object part = victim(VICTIM + 1).get("personal", Document.class).get("0");
        change(VICTIM + 1, "personal.1", java.util.Objects.requireNonNull(part));
        assertBadAt(VICTIM + 1);
    }

    @Test
    void a_commit_of_the_wrong_type_is_bad_and_not_a_crash() {
        change(VICTIM, "events", "none");
        assertBadAt(VICTIM);
    }
}
