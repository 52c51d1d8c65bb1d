package org.cadreledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.cadreledger.log.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a log must do on every server. */
abstract class CommitLogConformance extends StoreFixture {

    @Test
    void commits_are_numbered_densely_from_one() {
        for (int i = 0; i < 5; i++) {
            assertThat(log.append(draft(counted("a", i)))).isEqualTo(i + 1);
        }
        assertThat(positions()).isEqualTo(oneTo(5));
        assertThat(log.tail().position()).isEqualTo(5);
        assertThat(log.commits(2, 2)).extracting(Commit::position).containsExactly(3L, 4L);
    }

    @Test
    void all_events_of_a_draft_are_stored_or_none() {
        log.append(draft(counted("b", 0)));
        assertThatThrownBy(() -> log.append(draft(counted("a", 0), counted("b", 0), counted("a", 1))))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(log.stream("a", 0)).isEmpty();
        log.append(draft(counted("a", 0), counted("b", 1), counted("a", 1)));
        assertThat(log.stream("a", 0)).extracting(Recorded::sequence).containsExactly(0L, 1L);
        assertThat(log.stream("a", 0)).extracting(Recorded::index).containsExactly(0, 2);
        assertThat(log.stream("b", 0)).extracting(Recorded::position).containsExactly(1L, 2L);
    }

    @Test
    void an_idempotency_key_is_recorded_once_with_its_answer() {
        String k = key();
        assertThat(log.find(k)).isEmpty();
        log.append(draft(k, counted("a", 0)));
        assertThat(log.find(k)).isEqualTo(Optional.of(new StoredAnswer(1, "b0d1", "{\"n\":1}")));
        assertThatThrownBy(() -> log.append(draft(k, counted("a", 0))))
                .isInstanceOfSatisfying(
                        AlreadyRecorded.class,
                        hit -> assertThat(hit.stored()).isEqualTo(new StoredAnswer(1, "b0d1", "{\"n\":1}")));
        assertThatThrownBy(() -> log.append(draft(k, counted("b", 0)))).isInstanceOf(AlreadyRecorded.class);
        assertThat(positions()).isEqualTo(oneTo(1));
    }

    @Test
    void oversize_is_refused_and_the_log_goes_on() {
        CommitDraft.Event[] many =
                IntStream.range(0, 1_025).mapToObj(i -> counted("a", i)).toArray(CommitDraft.Event[]::new);
        assertThatThrownBy(() -> log.append(draft(many)))
                .isInstanceOf(CommitTooLarge.class)
                .hasMessageContaining("1025 events; at most 1024");
        var large = new TestEvent.Opened("x".repeat(15_000_000), null, LocalDate.of(2026, 1, 1));
        assertThatThrownBy(() -> log.append(draft(event("a", 0, large))))
                .isInstanceOf(CommitTooLarge.class)
                .hasMessageContaining("bytes; at most 15000000");
        CommitDraft.Event[] most =
                IntStream.range(0, 1_024).mapToObj(i -> counted("a", i)).toArray(CommitDraft.Event[]::new);
        assertThat(log.append(draft(most))).isEqualTo(1);
        assertThat(log.append(draft(counted("a", 1_024)))).isEqualTo(2);
        assertThat(log.stream("a", 1_000))
                .extracting(Recorded::sequence)
                .hasSize(25)
                .startsWith(1_000L);
        var nearly = new TestEvent.Opened("x".repeat(14_900_000), null, LocalDate.of(2026, 1, 1));
        assertThat(log.append(draft(event("b", 0, nearly)))).isEqualTo(3);
        assertThat(log.append(draft(counted("c", 0)))).isEqualTo(4);
    }

    @Test
    void times_never_go_back_and_a_clock_far_behind_stops_writing() {
        log.append(draft(counted("a", 0)));
        CommitLog slow =
                openLog(commits(database), Clock.fixed(START.minusSeconds(299), ZoneOffset.UTC), StoreLimits.DEFAULT);
        slow.append(draft(counted("a", 1)));
        assertThat(slow.tail().at()).isEqualTo(START);
        CommitLog wrong =
                openLog(commits(database), Clock.fixed(START.minusSeconds(301), ZoneOffset.UTC), StoreLimits.DEFAULT);
        assertThatThrownBy(() -> wrong.append(draft(counted("a", 2)))).isInstanceOf(ClockBehind.class);
        assertThat(wrong.takesWrites()).isFalse();
        assertThat(positions()).isEqualTo(oneTo(2));
    }

    @Test
    void the_last_commit_at_or_before_a_time_is_found() {
        for (int i = 0; i < 6; i++) {
            // two commits at each of three times
            Clock clock = Clock.fixed(START.plusSeconds(i / 2), ZoneOffset.UTC);
            openLog(commits(database), clock, StoreLimits.DEFAULT).append(draft(counted("a", i)));
        }
        assertThat(log.lastAtOrBefore(START.minusMillis(1))).isZero();
        assertThat(log.lastAtOrBefore(START)).isEqualTo(2);
        assertThat(log.lastAtOrBefore(START.plusMillis(999))).isEqualTo(2);
        assertThat(log.lastAtOrBefore(START.plusSeconds(2))).isEqualTo(6);
    }

    @Test
    void a_long_stream_is_read_whole_and_apart_from_its_neighbours() {
        log.append(draft(counted("a1", 0), counted("a", 0), counted("a0", 0), counted("a:", 0)));
        for (int i = 1; i < 2_100; i += 2) {
            log.append(draft(counted("a", i), counted("a", i + 1)));
        }
        assertThat(log.stream("a", 0))
                .extracting(Recorded::sequence)
                .isEqualTo(LongStream.range(0, 2_101).boxed().toList());
        assertThat(log.stream("a", 2_100)).hasSize(1);
        assertThat(log.stream("a", 2_101)).isEmpty();
        assertThat(log.stream("a1", 0)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_fold_is_kept_and_caught_up(boolean soleWriter) {
        StreamFolds folds = new StreamFolds(log, 2, soleWriter);
        AtomicInteger evolved = new AtomicInteger();
        for (int i = 0; i < 4; i++) {
            log.append(draft(counted("a", 2L * i), counted("a", 2L * i + 1)));
            int count = folds.fold("count", "a", 0, (n, event) -> {
                evolved.incrementAndGet();
                return n + 1;
            });
            assertThat(count).isEqualTo(2 * i + 2);
        }
        assertThat(evolved).hasValue(8);
        assertThat(folds.<Long>fold("last", "a", -1L, (n, event) -> event.sequence()))
                .isEqualTo(7);
    }

    @Test
    void a_fold_has_what_other_nodes_wrote_between_own_commits_and_long_ago() {
        CommitLog otherNode = openLog(commits(database));
        StreamFolds folds = new StreamFolds(log, 10, false);
        long next = 0;
        for (int i = 0; i < 3; i++) {
            otherNode.append(draft(counted("a", next++)));
            log.append(draft(counted("b", i)));
            otherNode.append(draft(counted("a", next++)));
            assertThat(folds.<Long>fold("count", "a", 0L, (n, event) -> n + 1)).isEqualTo(next);
        }
        for (int i = 3; i < 1_100; i++) {
            otherNode.append(draft(counted("b", i)));
        }
        otherNode.append(draft(counted("a", next++)));
        assertThat(folds.<Long>fold("count", "a", 0L, (n, event) -> n + 1)).isEqualTo(next);
        assertThat(folds.<Long>fold("count", "b", 0L, (n, event) -> n + 1)).isEqualTo(1_100);
    }

    @Test
    void a_fold_does_not_end_with_an_own_commit_when_others_went_on_with_the_stream_long_ago() {
        CommitLog otherNode = openLog(commits(database));
        StreamFolds folds = new StreamFolds(log, 10, false);
        assertThat(folds.<Long>fold("count", "a", 0L, (n, event) -> n + 1)).isZero();
        log.append(draft(counted("a", 0)));
        for (int i = 0; i < 1_000; i++) {
            otherNode.append(draft(counted("b", i)));
        }
        otherNode.append(draft(counted("a", 1)));
        assertThat(folds.<Long>fold("count", "a", 0L, (n, event) -> n + 1)).isEqualTo(2);
    }

    @Test
    void personal_components_are_kept_apart_and_can_be_erased() {
        log.append(draft(event("a", 0, new TestEvent.Opened("c1", "王小明", LocalDate.of(2026, 1, 2)))));
        Commit commit = log.commit(1).orElseThrow();
        assertThat(commit.events().getFirst().payload()).doesNotContain("王小明");
        assertThat(log.json(commit)).doesNotContain("王小明").contains("\"_id\": 1");
        assertThat(((TestEvent.Opened) log.stream("a", 0).getFirst().event()).name())
                .isEqualTo("王小明");
        assertThat(log.erasePersonal(1, 0)).isTrue();
        assertThat(log.erasePersonal(1, 0)).isFalse();
        assertThat(((TestEvent.Opened) log.stream("a", 0).getFirst().event()).name())
                .isNull();
        assertThat(String.valueOf(database.getCollection(MongoCommits.COLLECTION)
                        .find(Filters.eq("_id", 1L))
                        .first()))
                .doesNotContain("王小明");
        assertThat(log.verify(1, 1, at -> {}).ok()).isTrue();
    }

    @Test
    void the_server_passes_the_probe() {
        CommitLog opened = CommitLog.open(
                database, types, Clock.systemUTC(), new io.micrometer.core.instrument.simple.SimpleMeterRegistry());
        open.add(opened);
        assertThat(opened.tail()).isEqualTo(Tail.EMPTY);
    }
}
