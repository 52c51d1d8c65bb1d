package org.cadreledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;

/** The worked example of decision 0002: if it changes, every log ever written can no longer be verified. */
class CommitFormatTest {

    private static final PersonalPart PERSONAL =
            new PersonalPart("000102030405060708090a0b0c0d0e0f", "{\"name\":\"王小明\"}");
    private static final String PERSONAL_HASH = "82e29038f6997b3ec3faf296c0f233cab008ef53df263bdb897514133246afda";
    private static final String CANONICAL =
            "7:SHA-2561:113:177494400012314:user/u1/demo-1-:7:{\"n\":1}2:u11:119:cadre:c1/00000000001:13:e-18:cadre:c15:Cadre1:014:test.opened.v18:county-130:{\"id\":\"c1\",\"day\":\"2026-01-02\"}64:82e29038f6997b3ec3faf296c0f233cab008ef53df263bdb897514133246afda";
    private static final String HASH = "0289b6f15358502747c0a1149d30e695e1a034ffbedd2575c26ec08e5839b62f";

    private static final Commit EXAMPLE = new Commit(
            1,
            "user/u1/demo-1",
            null,
            "{\"n\":1}",
            "u1",
            Instant.parse("2026-03-31T08:00:00.123Z"),
            List.of("cadre:c1/0000000000"),
            List.of(new StoredEvent(
                    "e-1",
                    "cadre:c1",
                    "Cadre",
                    0,
                    "test.opened.v1",
                    "county-1",
                    "{\"id\":\"c1\",\"day\":\"2026-01-02\"}",
                    PERSONAL_HASH)),
            Map.of(0, PERSONAL),
            Hashes.ALGORITHM,
            Hashes.GENESIS,
            HASH);

    private static String canonical(Commit commit) {
        byte[] head = Hashes.head(commit.algorithm(), commit.position(), commit.at());
        byte[] body = Hashes.body(
                commit.k(), commit.bodyHash(), commit.answer(), commit.by(), commit.keys(), commit.events());
        return new String(head, StandardCharsets.UTF_8) + new String(body, StandardCharsets.UTF_8);
    }

    @Test
    void the_worked_example_has_the_hashes_of_the_decision() {
        assertThat(Hashes.personalHash(Hashes.ALGORITHM, PERSONAL)).isEqualTo(PERSONAL_HASH);
        assertThat(canonical(EXAMPLE)).isEqualTo(CANONICAL);
        assertThat(Hashes.hash(EXAMPLE)).isEqualTo(HASH);
    }

    @Test
    void the_decision_shows_the_same_example() throws Exception {
        assertThat(Files.readString(Path.of("..", "ops", "decisions", "0002-commit-format.md")))
                .contains(CANONICAL, HASH, PERSONAL_HASH, PERSONAL.salt(), PERSONAL.json());
    }

    @Test
    void a_document_reads_back_to_the_same_commit() {
        assertThat(CommitBson.read(CommitBson.write(EXAMPLE))).isEqualTo(EXAMPLE);
        assertThat(CommitBson.write(EXAMPLE).keySet())
                .containsExactly("_id", "k", "answer", "by", "t", "keys", "events", "personal", "alg", "prev", "hash");
    }

    @Test
    void a_document_of_another_format_is_refused() {
        BsonDocument more = CommitBson.write(EXAMPLE).append("more", new BsonString(""));
        assertThatThrownBy(() -> CommitBson.read(more)).isInstanceOf(MalformedCommit.class);
        BsonDocument less = CommitBson.write(EXAMPLE);
        less.remove("by");
        assertThatThrownBy(() -> CommitBson.read(less)).isInstanceOf(MalformedCommit.class);
    }

    @Test
    void absent_is_not_empty() {
        assertThat(Hashes.body("k", null, "", "u", List.of(), List.of()))
                .isNotEqualTo(Hashes.body("k", "", null, "u", List.of(), List.of()));
    }
}
