package org.cadreledger.drafts;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps drafts in the database of the log, beside it. */
@Configuration(proxyBeanMethods = false)
class DraftsConfiguration {
    private static final String DATABASE = "cadreledger";

    @Bean
    Drafts drafts(MongoClient client, ObjectProvider<Clock> clock) {
        return new Drafts(client.getDatabase(DATABASE), clock.getIfAvailable(Clock::systemUTC));
    }
}
