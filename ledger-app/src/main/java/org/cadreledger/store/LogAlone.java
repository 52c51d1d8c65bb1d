package org.cadreledger.store;

import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.cadreledger.embedded.EmbeddedMongoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A program of the database and the log without anything that writes into it by itself, or can decode its events. */
@Import(EmbeddedMongoConfiguration.class)
@ImportAutoConfiguration(MongoAutoConfiguration.class)
public class LogAlone {
    @Bean
    MongoClientSettingsBuilderCustomizer noRetriedWrites() {
        return settings -> settings.retryWrites(false);
    }

    @Bean
    CommitLog commitLog(MongoClient client) {
        return CommitLog.open(
                client.getDatabase(StoreConfiguration.DATABASE),
                new EventTypes(List.of(), List.of()),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
    }
}
