package org.cadreledger.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database that everything is kept in, on whatever server Boot's client is connected to. */
@Configuration(proxyBeanMethods = false)
class StoreDatabase {

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
}
