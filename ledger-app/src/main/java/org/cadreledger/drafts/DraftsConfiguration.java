package org.cadreledger.drafts;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps drafts in the database of the log, beside it. */
@Configuration(proxyBeanMethods = false)
class DraftsConfiguration {
    @Bean
    Drafts drafts(MongoDatabase database, ObjectProvider<Clock> clock) {
        return new Drafts(database, clock.getIfAvailable(Clock::systemUTC));
    }
}
