package org.cadreledger.store;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.cadreledger.embedded.EmbeddedMongoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** A program of the database and the log without anything that writes into it by itself, or can decode its events. */
@Import({EmbeddedMongoConfiguration.class, StoreDatabase.class})
@ImportAutoConfiguration(MongoAutoConfiguration.class)
public class LogAlone {
    @Bean
    CommitLog commitLog(MongoDatabase database, Environment environment) {
        return CommitLog.open(
                database,
                new EventTypes(List.of(), List.of()),
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                EmbeddedMongoConfiguration.isEmbedded(environment));
    }
}
