package org.cadreledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cadreledger.store.WorkedExample.COMMIT;
import static org.cadreledger.store.WorkedExample.HASH;
import static org.cadreledger.store.WorkedExample.PERSONAL;
import static org.cadreledger.store.WorkedExample.PERSONAL_HASH;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

/** The worked example of decision 0002: if it changes, every log ever written can no longer be verified. */
class CommitFormatTest {

    private static final String CANONICAL =
            "7:SHA-2561:113:177494400012314:user/u1/demo-1-:7:{\"n\":1}2:u11:119:cadre:c1/00000000001:13:e-18:cadre:c15:Cadre1:014:test.opened.v18:county-130:{\"id\":\"c1\",\"day\":\"2026-01-02\"}64:82e29038f6997b3ec3faf296c0f233cab008ef53df263bdb897514133246afda";

    private static String canonical(Commit commit) {
        byte[] head = Hashes.head(commit.algorithm(), commit.position(), commit.at());
        byte[] body = Hashes.body(
                commit.k(), commit.bodyHash(), commit.answer(), commit.by(), commit.keys(), commit.events());
        return new String(head, StandardCharsets.UTF_8) + new String(body, StandardCharsets.UTF_8);
    }

    @Test
    void the_worked_example_has_the_hashes_of_the_decision() {
        assertThat(Hashes.personalHash(Hashes.ALGORITHM, PERSONAL)).isEqualTo(PERSONAL_HASH);
        assertThat(canonical(COMMIT)).isEqualTo(CANONICAL);
        assertThat(Hashes.hash(COMMIT)).isEqualTo(HASH);
    }

    @Test
    void the_decision_shows_the_same_example() throws Exception {
        assertThat(Files.readString(Path.of("..", "ops", "decisions", "0002-commit-format.md")))
                .contains(CANONICAL, HASH, PERSONAL_HASH, PERSONAL.salt(), PERSONAL.json());
    }

    @Test
    void a_document_reads_back_to_the_same_commit() {
        assertThat(CommitBson.read(CommitBson.write(COMMIT))).isEqualTo(COMMIT);
        assertThat(CommitBson.write(COMMIT).keySet())
                .containsExactly("_id", "k", "answer", "by", "t", "keys", "events", "personal", "alg", "prev", "hash");
    }

    @Test
    void a_document_of_another_format_is_refused() {
        BsonDocument more = CommitBson.write(COMMIT).append("more", new BsonString(""));
        assertThatThrownBy(() -> CommitBson.read(more)).isInstanceOf(MalformedCommit.class);
        BsonDocument less = CommitBson.write(COMMIT);
        less.remove("by");
        assertThatThrownBy(() -> CommitBson.read(less)).isInstanceOf(MalformedCommit.class);
    }

    @Test
    void absent_is_not_empty() {
        assertThat(Hashes.body("k", null, "", "u", List.of(), List.of()))
                .isNotEqualTo(Hashes.body("k", "", null, "u", List.of(), List.of()));
    }
}
