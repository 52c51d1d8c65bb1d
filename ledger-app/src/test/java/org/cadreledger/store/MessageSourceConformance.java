package org.cadreledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What processors must get from the log on every server. */
abstract class MessageSourceConformance extends StoreFixture {

    @SuppressWarnings("NullAway.Init")
    LogMessageSource source;

    @BeforeEach
    void follow() {
        source = follow(log);
    }

    private LogMessageSource follow(CommitLog of) {
        LogMessageSource following = new LogMessageSource(of);
        open.add(following);
        return following;
    }

    private List<Recorded<Object>> read(LogMessageSource from, @Nullable TrackingToken token, int count)
            throws InterruptedException {
        List<Recorded<Object>> events = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = from.openStream(token)) {
            while (events.size() < count && stream.hasNextAvailable((int) patience.toMillis(), TimeUnit.MILLISECONDS)) {
                TrackedEventMessage<?> message = stream.nextAvailable();
                Recorded<Object> recorded = LogMessageSource.recorded(message);
                assertThat(message.trackingToken()).isEqualTo(new GlobalSequenceTrackingToken(recorded.guard()));
                events.add(recorded);
            }
        }
        return events;
    }

    private void appendPairs(CommitLog to, int from, int count) {
        for (int i = from; i < from + count; i++) {
            to.append(draft(counted("a", 2L * i), counted("a", 2L * i + 1)));
        }
    }

    private static List<Long> sequences(long from, long to) {
        return LongStream.range(from, to).boxed().toList();
    }

    @Test
    void events_arrive_in_order_with_all_that_the_log_says_of_them() throws Exception {
        appendPairs(log, 0, 10);
        List<Recorded<Object>> events = read(source, null, 20);
        assertThat(events).isEqualTo(log.stream("a", 0));
        assertThat(events.get(3))
                .isEqualTo(new Recorded<Object>(2, 1, START, "u1", "a", 3, "c1", new TestEvent.Counted(3)));
    }

    @Test
    void a_reader_goes_on_from_its_token_also_inside_a_commit_and_after_a_restart() throws Exception {
        appendPairs(log, 0, 10);
        for (int token = 0; token < 20; token++) {
            TrackingToken seen = new GlobalSequenceTrackingToken(Recorded.guardAfter(token / 2) | (token % 2));
            LogMessageSource restarted = follow(log);
            for (LogMessageSource from : List.of(source, restarted)) {
                assertThat(read(from, seen, 19 - token))
                        .extracting(Recorded::sequence)
                        .isEqualTo(sequences(token + 1, 20));
            }
        }
    }

    @Test
    void a_callback_runs_for_commits_of_this_node_and_of_others() throws Exception {
        CommitLog otherNode = openLog(commits(database));
        for (CommitLog writer : List.of(log, otherNode)) {
            CountDownLatch called = new CountDownLatch(1);
            long next = log.tail().position();
            try (BlockingStream<TrackedEventMessage<?>> stream = source.openStream(source.createHeadToken())) {
                assertThat(stream.hasNextAvailable()).isFalse();
                assertThat(stream.setOnAvailableCallback(called::countDown)).isTrue();
                writer.append(draft(counted("b", next)));
                assertThat(called.await(patience.toMillis(), TimeUnit.MILLISECONDS))
                        .isTrue();
                assertThat(stream.hasNextAvailable()).isTrue();
                assertThat(LogMessageSource.recorded(stream.nextAvailable()).sequence())
                        .isEqualTo(next);
            }
        }
    }

    @Test
    void commits_of_two_nodes_interleaved_arrive_once_each_and_in_order() throws Exception {
        CommitLog otherNode = openLog(commits(database));
        for (int i = 0; i < 40; i++) {
            appendPairs(i % 3 == 0 ? otherNode : log, i, 1);
        }
        assertThat(read(source, null, 80)).extracting(Recorded::sequence).isEqualTo(sequences(0, 80));
        assertThat(read(source, source.createTokenAt(START), 80)).hasSize(80);
    }

    @Test
    void tokens_mark_the_ends_and_times() throws Exception {
        assertThat(source.createHeadToken()).isEqualTo(source.createTailToken());
        appendPairs(log, 0, 3);
        assertThat(LogMessageSource.positionOf(source.createHeadToken())).isEqualTo(3);
        assertThat(source.createTokenAt(START.plusMillis(1))).isEqualTo(source.createHeadToken());
        assertThat(source.createTokenAt(START)).isEqualTo(source.createTailToken());
        try (var stream = source.openStream(source.createHeadToken())) {
            assertThat(stream.peek()).isEmpty();
        }
        try (var stream = source.openStream(source.createTailToken())) {
            assertThat(stream.hasNextAvailable((int) patience.toMillis(), TimeUnit.MILLISECONDS))
                    .isTrue();
            assertThat(stream.peek()).isPresent();
        }
    }

    @Test
    void more_than_a_page_is_replayed_whole() throws Exception {
        for (int i = 0; i < 1_203; i++) {
            log.append(draft(counted("a", i)));
        }
        assertThat(read(follow(log), null, 1_203))
                .extracting(Recorded::sequence)
                .isEqualTo(sequences(0, 1_203));
    }
}
