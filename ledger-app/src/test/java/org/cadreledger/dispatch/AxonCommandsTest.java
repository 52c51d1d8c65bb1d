package org.cadreledger.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cadreledger.testbed.Given.claim;
import static org.cadreledger.testbed.People.REVIEWER;
import static org.cadreledger.testbed.Refusals.refused;

import com.mongodb.MongoTimeoutException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.cadreledger.access.Actor;
import org.cadreledger.dispatch.Commands.Receipt;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.facts.Streams;
import org.cadreledger.ledger.ApproveClaim;
import org.cadreledger.ledger.ClaimBonus;
import org.cadreledger.ledger.ClaimBonus.Claimed;
import org.cadreledger.ledger.ScoreClaim;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Reason;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.EventTypes;
import org.cadreledger.store.UnloggedAnswers;
import org.cadreledger.testbed.Given;
import org.cadreledger.testbed.MemoryMongo;
import org.cadreledger.testbed.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The front door on the real store, as Spring and Axon wire it. */
class AxonCommandsTest {
    private static final Actor C1 = People.cadre("c1");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-15T01:00:00Z"), ZoneOffset.UTC);

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan({
        "org.cadreledger.store",
        "org.cadreledger.dispatch",
        "org.cadreledger.ledger.keeping",
        "org.cadreledger.ledger.claim",
        "org.cadreledger.ledger.review"
    })
    @Import(FactsForTests.class)
    static class App {}

    static class FactsForTests {
        @Bean
        Clock clock() {
            return CLOCK;
        }

        @Bean
        FreshFolds freshFolds(org.cadreledger.store.StreamFolds folds) {
            return new FreshFolds(folds::fold);
        }

        @Bean
        org.cadreledger.store.EventTypesSource events() {
            return () -> org.cadreledger.wiring.DomainEvents.ROOTS;
        }
    }

    private final MemoryMongo server = new MemoryMongo();
    private @Nullable ConfigurableApplicationContext context;

    @SuppressWarnings("NullAway.Init")
    private Commands commands;

    @SuppressWarnings("NullAway.Init")
    private CommitLog log;

    @BeforeEach
    void start() {
        ConfigurableApplicationContext started = new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.mongodb.uri=" + server.uri(),
                        // its contributors are of other packages
                        "management.endpoint.health.validate-group-membership=false")
                .run();
        context = started;
        commands = started.getBean(Commands.class);
        log = started.getBean(CommitLog.class);
        given(Streams.jurisdiction("j1"), Given.county("j1", 5));
        given(Streams.CATALOGUE, Given.drafted(1, "8"), Given.published(1, null));
        given(Streams.cadre("c1"), Given.cadre("c1", "j1", "unit-1"));
    }

    private void given(String stream, Object... events) {
        List<GenericDomainEventMessage<Object>> messages = new ArrayList<>();
        for (Object event : events) {
            messages.add(new GenericDomainEventMessage<>(
                    "Given",
                    stream,
                    messages.size(),
                    event,
                    MetaData.with("by", "system").and("jurisdiction", "j1")));
        }
        DefaultUnitOfWork.startAndGet(messages.getFirst())
                .execute(() -> bean(EventStore.class).publish(messages));
    }

    private <T> T bean(Class<T> type) {
        return Objects.requireNonNull(context).getBean(type);
    }

    @AfterEach
    void stop() {
        Objects.requireNonNull(context).close();
        server.close();
    }

    private static CommandKey key(String key, String body) {
        return CommandKey.idempotent("user-c1", key, body);
    }

    @Nested
    class A_write {
        @Test
        void is_in_the_log_at_the_position_it_answers() {
            Receipt<Claimed> receipt = commands.send(claim("k1"), C1, CommandKey.fresh());
            assertThat(receipt.result()).isEqualTo(new Claimed("k1", Points.of(8)));
            assertThat(receipt.repeated()).isFalse();
            assertThat(receipt.position()).isEqualTo(log.tail().position());
            assertThat(log.commit(receipt.position()).orElseThrow().by()).isEqualTo("user-c1");
        }

        @Test
        void that_changes_nothing_answers_the_tail() {
            commands.send(claim("k1"), C1, CommandKey.fresh());
            long tail = commands.send(claim("k2"), C1, CommandKey.fresh()).position();
            assertThat(commands.send(claim("k1"), C1, CommandKey.fresh()).position())
                    .isEqualTo(tail);
            assertThat(log.tail().position()).isEqualTo(tail);
        }

        @Test
        void is_decided_on_everything_acknowledged_before() {
            commands.send(claim("k1"), C1, CommandKey.fresh());
            commands.send(new ScoreClaim("c1", "k1", "city", null, null), REVIEWER, CommandKey.fresh());
            ApproveClaim approve = new ApproveClaim("c1", "k1", null);
            refused(Reason.FOUR_EYES, () -> commands.send(approve, REVIEWER, CommandKey.fresh()));
            assertThat(commands.send(approve, People.APPROVER, CommandKey.fresh())
                            .result()
                            .points())
                    .isEqualTo(Points.of(2));
        }
    }

    @Nested
    class A_repeated_key {
        @Test
        void gives_the_first_answer_and_position() {
            ClaimBonus unnamed = claim(null, "2026-03", "A7", null);
            Receipt<Claimed> first = commands.send(unnamed, C1, key("a", "b1"));
            commands.send(claim("k2"), C1, CommandKey.fresh());
            Receipt<Claimed> again = commands.send(unnamed, C1, key("a", "b1"));
            assertThat(again).isEqualTo(new Receipt<>(first.result(), first.position(), true));
        }

        @Test
        void with_another_body_is_refused() {
            commands.send(claim("k1"), C1, key("a", "b1"));
            refused(Reason.IDEMPOTENCY_KEY_REUSED, () -> commands.send(claim("k2"), C1, key("a", "b2")));
        }

        @Test
        void of_a_write_that_changed_nothing_is_taken_too() {
            commands.send(claim("k1"), C1, CommandKey.fresh());
            Receipt<Claimed> first = commands.send(claim("k1"), C1, key("a", "b1"));
            commands.send(claim("k2"), C1, CommandKey.fresh());
            Receipt<Claimed> again = commands.send(claim("k1"), C1, key("a", "b1"));
            assertThat(first.repeated()).isFalse();
            assertThat(again).isEqualTo(new Receipt<>(first.result(), first.position(), true, false));
            refused(Reason.IDEMPOTENCY_KEY_REUSED, () -> commands.send(claim("k3"), C1, key("a", "b3")));
        }

        @Test
        void of_a_refused_write_is_free() {
            refused(Reason.UNKNOWN_CADRE, () -> commands.send(ghost(), C1, key("a", "b1")));
            assertThat(commands.send(claim("k1"), C1, key("a", "b1")).repeated())
                    .isFalse();
        }

        private ClaimBonus ghost() {
            ClaimBonus c = claim("k1");
            return new ClaimBonus(
                    "ghost", "k1", c.month(), c.rule(), null, c.matter(), c.occurredOn(), c.account(), List.of());
        }

        @Test
        void sent_many_times_at_once_is_written_once() throws Exception {
            ClaimBonus unnamed = claim(null, "2026-03", "A7", null);
            long before = log.tail().position();
            List<Receipt<Claimed>> receipts = atOnce(6, () -> commands.send(unnamed, C1, key("a", "b1")));
            assertThat(receipts)
                    .extracting(Receipt::result)
                    .containsOnly(receipts.getFirst().result());
            assertThat(receipts).extracting(Receipt::position).containsOnly(before + 1);
            assertThat(log.tail().position()).isEqualTo(before + 1);
        }
    }

    private static <T> List<T> atOnce(int times, Callable<T> act) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(Collections.nCopies(times, act))) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Nested
    class A_clash {
        private final AtomicInteger handled = new AtomicInteger();

        /** A bus whose handler fails that often before it answers. */
        private Commands failing(int times, RuntimeException failure) {
            CommandBus bus = SimpleCommandBus.builder().build();
            bus.registerHandlerInterceptor(new ReachedPosition.Interceptor());
            bus.subscribe(ClaimBonus.class.getName(), message -> {
                if (handled.getAndIncrement() < times) {
                    throw failure;
                }
                return new Claimed("k1", Points.of(8));
            });
            return new AxonCommands(bus, log, bean(UnloggedAnswers.class), bean(EventTypes.class), CLOCK);
        }

        @Test
        void is_decided_again_up_to_five_times() {
            Commands failing = failing(5, new ConcurrencyException("clash"));
            assertThat(failing.send(claim("k1"), C1, CommandKey.fresh())
                            .result()
                            .claimId())
                    .isEqualTo("k1");
            assertThat(handled).hasValue(6);
        }

        @Test
        void that_does_not_end_is_given_up() {
            Commands failing = failing(100, new IllegalStateException(new ConcurrencyException("wrapped clash")));
            refused(Reason.CONCURRENT_CHANGE, () -> failing.send(claim("k1"), C1, CommandKey.fresh()));
            assertThat(handled).hasValue(6);
        }

        @Test
        void of_writers_of_the_same_books_loses_nothing() throws Exception {
            AtomicInteger next = new AtomicInteger();
            long before = log.tail().position();
            atOnce(6, () -> commands.send(claim("k" + next.incrementAndGet()), C1, CommandKey.fresh()));
            assertThat(log.tail().position()).isEqualTo(before + 6);
        }

        @Test
        void with_a_server_that_is_away_says_so_at_once() {
            Commands failing = failing(1, new MongoTimeoutException("no server"));
            refused(Reason.STORE_UNAVAILABLE, () -> failing.send(claim("k1"), C1, CommandKey.fresh()));
        }

        @Test
        void that_nobody_foresaw_is_not_hidden() {
            Commands failing = failing(1, new IllegalStateException("a bug"));
            assertThatThrownBy(() -> failing.send(claim("k1"), C1, CommandKey.fresh()))
                    .hasMessage("a bug");
            assertThat(handled).hasValue(1);
        }
    }
}
