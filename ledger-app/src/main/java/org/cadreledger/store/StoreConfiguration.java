package org.cadreledger.store;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.cadreledger.embedded.EmbeddedMongoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Wires the store on whatever server Boot's client is connected to. */
@Configuration(proxyBeanMethods = false)
@Import(StoreDatabase.class)
class StoreConfiguration {

    /** Folds kept for decisions: a county's cadres and more. */
    private static final int FOLDS = 50_000;

    @Bean
    EventTypes eventTypes(List<EventTypesSource> sources) {
        return new EventTypes(
                sources.stream().flatMap(source -> source.eventRoots().stream()).toList(),
                sources.stream().flatMap(source -> source.upcasters().stream()).toList());
    }

    @Bean
    CommitLog commitLog(MongoDatabase database, EventTypes types, MeterRegistry meters, Environment environment) {
        return CommitLog.open(
                database, types, Clock.systemUTC(), meters, EmbeddedMongoConfiguration.isEmbedded(environment));
    }

    @Bean
    UnloggedAnswers unloggedAnswers(MongoDatabase database, Environment environment) {
        return new UnloggedAnswers(database, EmbeddedMongoConfiguration.isEmbedded(environment));
    }

    @Bean
    LogMessageSource logMessageSource(CommitLog log) {
        return new LogMessageSource(log);
    }

    @Bean
    EventStore eventStore(
            CommitLog log, LogMessageSource source, EventTypes types, ObjectProvider<KeptAggregates> kept) {
        return new LedgerEventStore(log, source, types, kept.getIfAvailable(() -> KeptAggregates.NONE));
    }

    @Bean
    StreamFolds streamFolds(CommitLog log, Environment environment) {
        return new StreamFolds(log, FOLDS, EmbeddedMongoConfiguration.isEmbedded(environment));
    }
}
