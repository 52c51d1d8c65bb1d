package org.cadreledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/** Many writers at once, in one process and, as two logs on one database, on two nodes. */
abstract class RaceConformance extends StoreFixture {

    @Test
    void numbers_stay_dense_under_32_threads() throws Exception {
        AtomicInteger stream = new AtomicInteger();
        var appended = inParallel(400, () -> log.append(draft(counted("s" + stream.incrementAndGet(), 0))));
        List<Long> acknowledged = new ArrayList<>();
        for (Future<Long> future : appended) {
            acknowledged.add(future.get());
        }
        assertThat(acknowledged).containsExactlyInAnyOrderElementsOf(oneTo(400));
        assertThat(positions()).isEqualTo(oneTo(400));
        assertThat(log.verify(1, 400, at -> {}).ok()).isTrue();
    }

    @Test
    void of_many_writers_at_one_version_one_wins_and_others_in_the_batch_are_unharmed() throws Exception {
        AtomicInteger other = new AtomicInteger();
        AtomicInteger call = new AtomicInteger();
        var outcomes = inParallel(
                64,
                () -> log.append(draft(
                        call.incrementAndGet() % 2 == 0
                                ? counted("contested", 0)
                                : counted("free" + other.incrementAndGet(), 0))));
        int clashes = 0;
        for (Future<Long> outcome : outcomes) {
            if (outcome.state() == Future.State.FAILED) {
                assertThat(outcome.exceptionNow()).isInstanceOf(ConcurrencyException.class);
                clashes++;
            }
        }
        assertThat(clashes).isEqualTo(31);
        assertThat(log.stream("contested", 0)).hasSize(1);
        assertThat(positions()).isEqualTo(oneTo(33));
        assertThat(log.verify(1, 33, at -> {}).ok()).isTrue();
    }

    @Test
    void two_logs_racing_leave_one_dense_chain_and_no_reader_sees_a_gap() throws Exception {
        CommitLog second = openLog(commits(database));
        CommitLog reader = openLog(commits(database));
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger number = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(1)) {
            Future<List<Long>> seen = pool.submit(() -> {
                List<Long> read = new ArrayList<>();
                // numbers with holes may be as large as they like: who has seen more than there are has seen enough
                while (read.size() <= 300
                        && (!done.get() || read.size() < reader.tail().position())) {
                    reader.commits(read.size(), 100).forEach(commit -> read.add(commit.position()));
                }
                return read;
            });
            var appended = inParallel(300, () -> {
                int mine = number.incrementAndGet();
                return (mine % 2 == 0 ? log : second).append(draft(counted("s" + mine, 0)));
            });
            done.set(true);
            List<Long> acknowledged = new ArrayList<>();
            for (Future<Long> future : appended) {
                acknowledged.add(future.get());
            }
            assertThat(acknowledged).containsExactlyInAnyOrderElementsOf(oneTo(300));
            assertThat(seen.get()).isEqualTo(oneTo(300));
        }
        assertThat(log.verify(1, 300, at -> {}).ok()).isTrue();
    }

    @Test
    void of_two_nodes_at_one_version_one_wins_each_time() throws Exception {
        CommitLog second = openLog(commits(database));
        AtomicInteger won = new AtomicInteger();
        for (int version = 0; version < 20; version++) {
            int at = version;
            AtomicInteger node = new AtomicInteger();
            var outcomes = inParallel(
                    2, () -> (node.getAndIncrement() == 0 ? log : second).append(draft(counted("contested", at))));
            for (Future<Long> outcome : outcomes) {
                if (outcome.state() == Future.State.SUCCESS) {
                    won.incrementAndGet();
                } else {
                    assertThat(outcome.exceptionNow()).isInstanceOf(ConcurrencyException.class);
                }
            }
        }
        assertThat(won).hasValue(20);
        assertThat(log.stream("contested", 0)).hasSize(20);
        assertThat(positions()).isEqualTo(oneTo(20));
    }

    @Test
    void a_command_sent_to_two_nodes_at_once_is_recorded_once() throws Exception {
        CommitLog second = openLog(commits(database));
        for (int i = 0; i < 20; i++) {
            String k = key();
            String stream = "s" + i;
            AtomicInteger node = new AtomicInteger();
            var outcomes = inParallel(
                    2, () -> (node.getAndIncrement() == 0 ? log : second).append(draft(k, counted(stream, 0))));
            assertThat(outcomes)
                    .filteredOn(outcome -> outcome.state() == Future.State.FAILED)
                    .singleElement()
                    .satisfies(outcome -> assertThat(outcome.exceptionNow()).isInstanceOf(AlreadyRecorded.class));
        }
        assertThat(positions()).isEqualTo(oneTo(20));
    }

    /** Each has 16 threads, so either could keep the log for itself. */
    @Test
    void two_nodes_under_load_have_shares_within_a_factor_of_two() throws Exception {
        CommitLog second = openLog(commits(database));
        AtomicInteger number = new AtomicInteger();
        AtomicInteger mine = new AtomicInteger();
        AtomicInteger theirs = new AtomicInteger();
        AtomicInteger node = new AtomicInteger();
        inParallel(32, () -> {
                    boolean isFirst = node.getAndIncrement() % 2 == 0;
                    while (mine.get() + theirs.get() < 4_000) {
                        (isFirst ? log : second).append(draft(counted("s" + number.incrementAndGet(), 0)));
                        (isFirst ? mine : theirs).incrementAndGet();
                    }
                    return null;
                })
                .forEach(StoreFixture::succeeded);
        System.out.println("shares of two nodes: " + mine + " and " + theirs);
        assertThat(positions()).isEqualTo(oneTo(mine.get() + theirs.get()));
        assertThat(mine.get()).isBetween(theirs.get() / 2, theirs.get() * 2);
    }

    @Test
    void a_decision_is_refused_when_another_node_went_on_with_a_stream_that_it_read() {
        CommitLog second = openLog(commits(database));
        log.append(draft(counted("cadre", 0)));
        long since = System.nanoTime();
        CommitDraft moved = draft(counted("ledger", 0));
        CommitDraft decided = new CommitDraft(
                moved.k(), null, null, "u1", moved.events(), new CommitDraft.Basis(List.of("cadre/0000000001"), since));
        second.append(draft(counted("cadre", 1)));

        assertThatThrownBy(() -> log.append(decided)).isInstanceOf(ConcurrencyException.class);

        assertThat(positions()).isEqualTo(oneTo(2));
        CommitDraft again = new CommitDraft(
                moved.k(), null, null, "u1", moved.events(), new CommitDraft.Basis(List.of("cadre/0000000002"), since));
        assertThat(log.append(again)).isEqualTo(3);
    }
}
