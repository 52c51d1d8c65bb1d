package org.cadreledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Axon's own repository and units of work on the store. */
abstract class AxonConformance extends StoreFixture {

    /** An event-sourced count. */
    public static class Counter {
        @AggregateIdentifier
        @Nullable
        String id;

        int count;

        Counter() {}

        void open(String newId) {
            AggregateLifecycle.apply(
                    new TestEvent.Opened(newId, "name of " + newId, java.time.LocalDate.of(2026, 1, 2)));
        }

        void count() {
            AggregateLifecycle.apply(
                    new TestEvent.Counted(count + 1), MetaData.with(EventMetaData.JURISDICTION, "county-1"));
        }

        @EventSourcingHandler
        void on(TestEvent.Opened event) {
            id = event.id();
        }

        @EventSourcingHandler
        void on(TestEvent.Counted event) {
            count = event.number();
        }
    }

    record Answer(int total, @Nullable String note) {}

    private final CommandBus commands = SimpleCommandBus.builder().build();
    private final CompletableFuture<Object> position = new CompletableFuture<>();

    @SuppressWarnings("NullAway.Init")
    LedgerEventStore events;

    @SuppressWarnings("NullAway.Init")
    EventSourcingRepository<Counter> counters;

    @BeforeEach
    void wire() {
        LogMessageSource source = new LogMessageSource(log);
        open.add(source);
        events = new LedgerEventStore(log, source, types);
        counters = EventSourcingRepository.builder(Counter.class)
                .eventStore(events)
                .build();
        commands.subscribe("open", command -> {
            String id = (String) command.getPayload();
            counters.newInstance(Counter::new).execute(counter -> counter.open(id));
            return null;
        });
        commands.subscribe("countBoth", command -> {
            counters.load("one").execute(Counter::count);
            counters.load("two").execute(Counter::count);
            counters.load("one").execute(Counter::count);
            CurrentUnitOfWork.get()
                    .afterCommit(work -> position.complete(work.root().getResource(EventMetaData.POSITION)));
            return new Answer(3, null);
        });
        commands.subscribe("publishTwice", command -> {
            counters.load("one").execute(Counter::count);
            CurrentUnitOfWork.get()
                    .onCommit(work -> events.publish(GenericEventMessage.asEventMessage(new TestEvent.Counted(9))));
            return null;
        });
        commands.subscribe("publishWithoutAggregate", command -> {
            events.publish(GenericEventMessage.asEventMessage(new TestEvent.Counted(9)));
            return null;
        });
    }

    private @Nullable Object send(String name, String payload, Map<String, ?> data) {
        FutureCallback<Object, Object> callback = new FutureCallback<>();
        commands.dispatch(
                new GenericCommandMessage<Object>(new GenericCommandMessage<>(payload, data), name), callback);
        var result = callback.getResult();
        if (result.isExceptional()) {
            throw new CompletionException(result.exceptionResult());
        }
        return result.getPayload();
    }

    private void openBoth() {
        send("open", "one", Map.of());
        send("open", "two", Map.of());
    }

    @Test
    void a_unit_of_work_over_two_aggregates_is_one_commit_with_its_answer() throws Exception {
        openBoth();
        Map<String, String> data =
                Map.of(EventMetaData.BY, "u7", EventMetaData.K, "user/u7/k1", EventMetaData.BODY_HASH, "b0d1");
        assertThat(send("countBoth", "", data)).isEqualTo(new Answer(3, null));
        Commit commit = log.commit(3).orElseThrow();
        assertThat(commit.keys()).containsExactly("one/0000000001", "two/0000000001");
        assertThat(commit.events()).extracting(StoredEvent::sequence).containsExactly(1L, 1L, 2L);
        assertThat(commit.events()).extracting(StoredEvent::type).containsOnly("Counter");
        assertThat(commit.events()).extracting(StoredEvent::jurisdiction).containsOnly("county-1");
        assertThat(commit.by()).isEqualTo("u7");
        assertThat(log.find("user/u7/k1")).hasValue(new StoredAnswer(3, "b0d1", "{\"total\":3}"));
        assertThat(position.get()).isEqualTo(3L);
    }

    @Test
    void a_command_without_a_key_is_recorded_under_its_own_id() {
        openBoth();
        assertThat(log.commit(1).orElseThrow().k()).startsWith("command/");
        assertThat(log.commit(1).orElseThrow().answer()).isNull();
    }

    @Test
    void a_repeat_is_refused_with_what_was_recorded() {
        openBoth();
        Map<String, String> data = Map.of(EventMetaData.K, "user/u7/k1", EventMetaData.BODY_HASH, "b0d1");
        send("countBoth", "", data);
        assertThatThrownBy(() -> send("countBoth", "", data))
                .hasCauseInstanceOf(AlreadyRecorded.class)
                .satisfies(e -> assertThat(((AlreadyRecorded) java.util.Objects.requireNonNull(e.getCause()))
                                .stored()
                                .position())
                        .isEqualTo(3));
    }

    @Test
    void a_stale_aggregate_clashes_and_the_next_try_succeeds() {
        openBoth();
        commands.subscribe("clash", command -> {
            counters.load("one").execute(Counter::count);
            log.append(draft(counted("one", 1)));
            return null;
        });
        assertThatThrownBy(() -> send("clash", "", Map.of())).hasCauseInstanceOf(ConcurrencyException.class);
        send("countBoth", "", Map.of());
        assertThat(log.stream("one", 0)).extracting(Recorded::sequence).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void a_decision_on_a_stream_that_another_node_went_on_with_is_refused_and_the_next_try_succeeds() {
        openBoth();
        CommitLog otherNode = openLog(commits(database));
        StreamFolds folds = new StreamFolds(log, 10, false);
        AtomicLong next = new AtomicLong(1);
        commands.subscribe("decideOnTwo", command -> {
            long seen = folds.fold("count", "two", 0L, (count, event) -> count + 1);
            if (next.compareAndSet(seen, seen + 1)) {
                otherNode.append(draft(counted("two", seen)));
            }
            counters.load("one").execute(Counter::count);
            return null;
        });
        assertThatThrownBy(() -> send("decideOnTwo", "", Map.of())).hasCauseInstanceOf(ConcurrencyException.class);
        assertThat(log.stream("one", 0)).hasSize(1);
        next.set(0);
        send("decideOnTwo", "", Map.of());
        assertThat(log.stream("one", 0)).hasSize(2);
    }

    @Test
    void events_read_carry_time_position_and_author() {
        openBoth();
        send("countBoth", "", Map.of(EventMetaData.BY, "u7"));
        var stream = events.readEvents("one", 2);
        DomainEventMessage<?> last = stream.next();
        assertThat(stream.hasNext()).isFalse();
        assertThat(last.getTimestamp()).isEqualTo(START);
        assertThat(LogMessageSource.recorded(last))
                .isEqualTo(new Recorded<Object>(3, 2, START, "u7", "one", 2, "county-1", new TestEvent.Counted(2)));
        assertThat(events.lastSequenceNumberFor("one")).hasValue(2L);
        assertThat(events.lastSequenceNumberFor("none")).isEmpty();
    }

    @Test
    void what_the_log_cannot_take_rolls_back() {
        openBoth();
        assertThatThrownBy(() -> send("publishWithoutAggregate", "", Map.of()))
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> send("publishTwice", "", Map.of())).hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> counters.load("none")).isInstanceOf(IllegalStateException.class);
        commands.subscribe("missing", command -> counters.load("none"));
        assertThatThrownBy(() -> send("missing", "", Map.of())).hasCauseInstanceOf(AggregateNotFoundException.class);
    }
}
