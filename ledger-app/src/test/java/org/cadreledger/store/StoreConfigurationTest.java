package org.cadreledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

class StoreConfigurationTest {

    record Open(@TargetAggregateIdentifier String id) {}

    @Aggregate
    static class Account {
        @AggregateIdentifier
        @Nullable
        String id;

        Account() {}

        @CommandHandler
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        public String handle(Open command) {
            AggregateLifecycle.apply(new TestEvent.Opened(command.id(), "n", java.time.LocalDate.of(2026, 1, 2)));
            return "opened";
        }

        @EventSourcingHandler
        void on(TestEvent.Opened event) {
            id = event.id();
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import({StoreConfiguration.class, Account.class})
    static class App {
        @Bean
        EventTypesSource testEvents() {
            return () -> List.of(TestEvent.class);
        }
    }

    @Test
    void boot_and_axon_run_on_the_log() {
        try (var context = new SpringApplicationBuilder(App.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.mongodb.uri=" + ServerUnderTest.MongoJavaServer.Running.SERVER.uri(),
                        // the program's readiness asks for parts that are not here
                        "management.endpoint.health.validate-group-membership=false")
                .run()) {
            assertThat(context.getBean(EventStore.class)).isInstanceOf(LedgerEventStore.class);
            assertThat(context.getBean("serializer", Serializer.class)).isInstanceOf(Jackson3Serializer.class);
            assertThat(context.getBeanNamesForType(Object.class)).noneMatch(name -> name.contains("updateChecker"));
            CommandGateway gateway = context.getBean(CommandGateway.class);
            assertThat(gateway.<String>sendAndWait(new Open("a1"))).isEqualTo("opened");
            CommitLog log = context.getBean(CommitLog.class);
            assertThat(log.commit(1).orElseThrow().answer()).isEqualTo("\"opened\"");
            MeterRegistry meters = context.getBean(MeterRegistry.class);
            assertThat(meters.get("ledger.store.append").timer().count()).isEqualTo(1);
            assertThat(meters.get("ledger.store.tail").gauge().value()).isEqualTo(1);
        }
    }
}
