package org.cadreledger.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Objects;
import org.bson.Document;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.selfaudit.SelfAudit;
import org.cadreledger.time.Month;
import org.cadreledger.time.Quarter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was changed behind the program's back is found and counted. */
class SelfAuditTest extends ReadSideFixture {
    private static final Month JANUARY = new Month(2026, 1);
    private static final int CADRES = 12;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @SuppressWarnings("NullAway.Init")
    private SelfAudit audit;

    @BeforeEach
    void a_county_that_is_sound() {
        county.catalogue();
        county.define(JANUARY);
        for (int i = 0; i < CADRES; i++) {
            county.register("c" + i);
        }
        county.quarter(new Quarter(2026, 1), CADRES);
        county.claim("c1", "open", JANUARY);
        ReadModels models = models();
        Projectors projectors = started(models, tokens());
        catchUp(projectors);
        audit = new SelfAudit(log, models.groups(), projectors, meters, () -> {});
        assertThat(audit.pass()).isTrue();
        assertThat(verified()).isEqualTo(log.tail().position());
        assertThat(allMismatches()).isZero();
    }

    private long verified() {
        return (long) meters.get("ledger.chain.verified.position").gauge().value();
    }

    private double mismatches(String projection) {
        return meters.get("ledger.projection.mismatch")
                .tag("projection", projection)
                .counter()
                .count();
    }

    private double allMismatches() {
        return meters.get("ledger.projection.mismatch").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private void found(String projection) {
        assertThat(audit.pass()).isFalse();
        assertThat(mismatches(projection)).isEqualTo(1);
        assertThat(allMismatches()).isEqualTo(1);
        assertThat(verified()).isEqualTo(log.tail().position());
    }

    private MongoCollection<Document> tallies() {
        return database.getCollection("tallies_g1");
    }

    private Document tally() {
        return Objects.requireNonNull(
                tallies().find(Filters.eq("_id", "ly/2026/c3")).first());
    }

    @Test
    void changed_points_in_a_tally() {
        String body = tally().getString("body");
        String changed = body.replaceFirst("(oints\":)-?\\d+", "$1977");
        assertThat(changed).contains("977").isNotEqualTo(body);
        tallies().updateOne(Filters.eq("_id", "ly/2026/c3"), Updates.set("body", changed));
        found("tallies");
    }

    @Test
    void a_body_that_cannot_be_read() {
        tallies().updateOne(Filters.eq("_id", "ly/2026/c3"), Updates.set("body", "{}"));
        found("tallies");
    }

    @Test
    void a_removed_document() {
        tallies().deleteOne(Filters.eq("_id", "ly/2026/c3"));
        found("tallies");
    }

    @Test
    void an_added_document() {
        Document added = tally();
        added.put("_id", "ly/2026/c99");
        tallies().insertOne(added);
        found("tallies");
    }

    @Test
    void a_position_before_or_after_the_real_one() {
        long position = tally().getLong("position");
        tallies().updateOne(Filters.eq("_id", "ly/2026/c3"), Updates.set("position", position - 1));
        found("tallies");
        tallies().updateOne(Filters.eq("_id", "ly/2026/c3"), Updates.set("position", position << 10));
        assertThat(audit.pass()).isFalse();
        assertThat(mismatches("tallies")).isEqualTo(2);
    }

    @Test
    void a_field_that_a_document_is_found_by() {
        MongoCollection<Document> pending = database.getCollection("pending_g1");
        Document open =
                Objects.requireNonNull(pending.find(Filters.exists("month")).first());
        pending.updateOne(Filters.eq("_id", open.get("_id")), Updates.set("month", "2019-01"));
        found("pending");
    }

    @Test
    void a_changed_commit_stops_the_verified_position_before_it_until_it_is_mended() {
        long bad = 7;
        MongoCollection<Document> commits = database.getCollection("commits");
        Document original =
                Objects.requireNonNull(commits.find(Filters.eq("_id", bad)).first());
        commits.updateOne(Filters.eq("_id", bad), Updates.set("by", "someone else"));
        assertThat(audit.pass()).isFalse();
        assertThat(verified()).isEqualTo(bad - 1);
        assertThat(meters.get("ledger.chain.faults").counter().count()).isEqualTo(1);
        commits.updateOne(Filters.eq("_id", bad), Updates.set("note", "a field that is not of the format"));
        assertThat(audit.pass()).isFalse();
        assertThat(meters.get("ledger.chain.faults").counter().count()).isEqualTo(2);

        commits.replaceOne(Filters.eq("_id", bad), original);
        assertThat(audit.pass()).isTrue();
        assertThat(verified()).isEqualTo(log.tail().position());
        assertThat(allMismatches()).isZero();
    }
}
