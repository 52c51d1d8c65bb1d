package org.cadreledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketReadException;
import java.io.BufferedReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.cadreledger.testbed.JavaProcess;
import org.junit.jupiter.api.Test;

/** Networks that break and writers that die. */
abstract class FaultConformance extends StoreFixture {
    private static final int KILLS = 4;

    @Test
    void a_lost_acknowledgement_is_found_again_and_stored_once() {
        FaultyCommits network = new FaultyCommits(commits(database));
        CommitLog unsteady = openLog(network);
        network.loseNextAcknowledgementAfter(1);
        assertThat(unsteady.append(draft(counted("a", 0)))).isEqualTo(1);
        network.loseNextAcknowledgementAfter(0);
        network.loseNextAcknowledgementAfter(0);
        assertThat(unsteady.append(draft(counted("a", 1)))).isEqualTo(2);
        assertThat(positions()).isEqualTo(oneTo(2));
        assertThat(unsteady.verify(1, 2, at -> {}).ok()).isTrue();
    }

    @Test
    void a_batch_cut_off_in_the_middle_is_completed_without_repeats() throws Exception {
        FaultyCommits network = new FaultyCommits(commits(database));
        CommitLog unsteady = openLog(network);
        IntStream.range(0, 20).forEach(i -> network.loseNextAcknowledgementAfter(i % 4));
        AtomicInteger stream = new AtomicInteger();
        var appended = inParallel(100, () -> unsteady.append(draft(counted("s" + stream.incrementAndGet(), 0))));
        List<Long> acknowledged = new ArrayList<>();
        for (Future<Long> future : appended) {
            acknowledged.add(future.get());
        }
        assertThat(acknowledged).containsExactlyInAnyOrderElementsOf(oneTo(100));
        assertThat(positions()).isEqualTo(oneTo(100));
    }

    /** With so small batches the next one is always numbered while one is on its way, and often for nothing. */
    @Test
    void batches_prepared_behind_one_that_broke_or_was_outrun_are_stored_once_in_one_chain() throws Exception {
        FaultyCommits network = new FaultyCommits(commits(database));
        StoreLimits small = new StoreLimits(100, 1_000_000, 4, 1_000_000, StoreLimits.DEFAULT.answerWithin(), 25);
        CommitLog unsteady = openLog(network, Clock.systemUTC(), small);
        CommitLog other = openLog(commits(database), Clock.systemUTC(), small);
        AtomicInteger number = new AtomicInteger();
        Map<String, Long> acknowledged = new ConcurrentHashMap<>();
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        inParallel(600, () -> {
                    // each further one would take an unsound store to its time limit
                    assertThat(failure.get()).isNull();
                    int mine = number.incrementAndGet();
                    if (mine % 9 == 0) {
                        network.loseNextAcknowledgementAfter(mine % 5);
                    }
                    String stream = "s" + mine;
                    try {
                        return acknowledged.put(
                                stream, (mine % 4 == 0 ? other : unsteady).append(draft(counted(stream, 0))));
                    } catch (RuntimeException e) {
                        failure.set(e);
                        throw e;
                    }
                })
                .forEach(StoreFixture::succeeded);
        assertThat(acknowledged.values()).containsExactlyInAnyOrderElementsOf(oneTo(600));
        assertThat(positions()).isEqualTo(oneTo(600));
        assertThat(other.verify(1, 600, at -> {}).ok()).isTrue();
        acknowledged.forEach((stream, position) -> assertThat(other.stream(stream, 0))
                .singleElement()
                .satisfies(event -> assertThat(event.position()).isEqualTo(position)));
    }

    @Test
    void a_server_that_never_answers_ends_in_an_unknown_outcome_and_recovers() {
        FaultyCommits network = new FaultyCommits(commits(database));
        StoreLimits impatient = new StoreLimits(10, 1_000_000, 10, 1_000_000, StoreLimits.DEFAULT.answerWithin(), 2);
        CommitLog unsteady = openLog(network, Clock.systemUTC(), impatient);
        IntStream.range(0, 3).forEach(i -> network.loseNextAcknowledgementAfter(0));
        assertThatThrownBy(() -> unsteady.append(draft(counted("a", 0)))).isInstanceOf(StoreUnavailable.class);
        assertThat(unsteady.append(draft(counted("a", 0)))).isEqualTo(1);
    }

    @Test
    void after_an_unknown_outcome_a_trial_says_whether_writes_are_taken_again() {
        FaultyCommits network = new FaultyCommits(commits(database));
        StoreLimits impatient = new StoreLimits(10, 1_000_000, 10, 1_000_000, StoreLimits.DEFAULT.answerWithin(), 2);
        CommitLog unsteady = openLog(network, Clock.systemUTC(), impatient);
        assertThat(unsteady.takesWrites()).isTrue();
        IntStream.range(0, 4).forEach(i -> network.loseNextAcknowledgementAfter(0));
        assertThatThrownBy(() -> unsteady.append(draft(counted("a", 0)))).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(unsteady::takesWrites).isInstanceOf(MongoSocketReadException.class);
        assertThat(unsteady.takesWrites()).isTrue();
    }

    @Test
    void a_full_queue_refuses_at_once() throws Exception {
        StoreLimits tiny = new StoreLimits(10, 1, 10, 1_000_000, StoreLimits.DEFAULT.answerWithin(), 2);
        CommitLog busy = openLog(commits(database), Clock.systemUTC(), tiny);
        assertThatThrownBy(() -> busy.append(draft(counted("a", 0)))).isInstanceOf(StoreBusy.class);
    }

    @Test
    void a_writer_killed_in_the_middle_of_a_batch_leaves_a_prefix_and_all_that_it_acknowledged() throws Exception {
        List<Long> cut = new ArrayList<>();
        String where = where();
        for (int kill = 0; kill < KILLS; kill++) {
            Killed killed = killAtInsert(where, 3 + kill);
            try (Reached left = Reached.at(where, database.getName());
                    CommitLog after = openLog(commits(left.database()))) {
                // what the server had received it may still be storing: the next commit comes after it or takes its
                // number
                long next = after.append(draft(counted("after" + kill, 0)));
                check(left, after, killed);
                cut.add(next - killed.first());
            }
        }
        System.out.println("kept of the batches during which writers were killed: " + cut);
    }

    private static void check(Reached left, CommitLog after, Killed killed) {
        List<Long> present = positions(left.database());
        assertThat(present).isEqualTo(oneTo(present.size()));
        assertThat(after.verify(1, present.size(), at -> {}).ok()).isTrue();
        assertThat(killed.acknowledged()).isNotEmpty();
        killed.acknowledged()
                .forEach((stream, position) -> assertThat(after.stream(stream, 0))
                        .as(stream)
                        .singleElement()
                        .satisfies(event -> assertThat(event.position()).isEqualTo(position)));
    }

    /**
     * @param first number of the first commit of the batch that was on its way
     * @param acknowledged positions by stream
     */
    private record Killed(long first, Map<String, Long> acknowledged) {}

    /** Kills a writing process (SIGKILL) as soon as it begins that insert. */
    private Killed killAtInsert(String where, int number) throws Exception {
        Process writer = JavaProcess.start(KilledAppender.class, where, database.getName());
        Map<String, Long> acknowledged = new HashMap<>();
        long first = 0;
        int inserts = 0;
        try (BufferedReader output = writer.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                String[] words = line.split(" ", -1);
                if (words[0].equals(KilledAppender.INSERTING) && ++inserts == number) {
                    first = Long.parseLong(words[1]);
                    writer.toHandle().destroyForcibly(); // the process object would close its output, unread
                } else if (words[0].equals(KilledAppender.ACKNOWLEDGED)) {
                    acknowledged.put(words[1], Long.parseLong(words[2]));
                }
            }
        }
        assertThat(writer.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Killed(first, acknowledged);
    }
}
