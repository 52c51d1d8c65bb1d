package org.cadreledger.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Wires the store on whatever server Boot's client is connected to. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    /** Folds kept for decisions: a county's cadres and more. */
    private static final int FOLDS = 50_000;

    /** A retried write could be acknowledged for another node's commit; the store asks the log itself instead. */
    @Bean
    MongoClientSettingsBuilderCustomizer noRetriedWrites() {
        return settings -> settings.retryWrites(false);
    }

    /** Where everything of this program is kept: log, documents, users, files. */
    @Bean
    MongoDatabase ledgerDatabase(MongoClient client, @Value("${ledger.database:cadreledger}") String name) {
        return client.getDatabase(name);
    }

    @Bean
    EventTypes eventTypes(List<EventTypesSource> sources) {
        return new EventTypes(
                sources.stream().flatMap(source -> source.eventRoots().stream()).toList(),
                sources.stream().flatMap(source -> source.upcasters().stream()).toList());
    }

    @Bean
    CommitLog commitLog(MongoDatabase database, EventTypes types, MeterRegistry meters, Environment environment) {
        return CommitLog.open(database, types, Clock.systemUTC(), meters, isSoleWriter(environment));
    }

    @Bean
    UnloggedAnswers unloggedAnswers(MongoDatabase database) {
        return new UnloggedAnswers(database);
    }

    @Bean
    LogMessageSource logMessageSource(CommitLog log) {
        return new LogMessageSource(log);
    }

    @Bean
    EventStore eventStore(CommitLog log, LogMessageSource source, EventTypes types) {
        return new LedgerEventStore(log, source, types);
    }

    @Bean
    StreamFolds streamFolds(CommitLog log, Environment environment) {
        return new StreamFolds(log, FOLDS, isSoleWriter(environment));
    }

    /** Nobody else can use the embedded database. */
    private static boolean isSoleWriter(Environment environment) {
        String server = environment.getProperty("spring.mongodb.uri");
        return server == null || server.isBlank();
    }
}
