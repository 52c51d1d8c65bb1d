package org.cadreledger.evidence.api;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import java.time.Clock;
import org.cadreledger.evidence.EvidenceStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files lie beside the log, as durable as it. */
@Configuration(proxyBeanMethods = false)
class EvidenceConfiguration {
    private static final String DATABASE = "cadreledger";

    @Bean
    EvidenceStore evidenceStore(MongoClient client, ObjectProvider<Clock> clock) {
        return new EvidenceStore(
                client.getDatabase(DATABASE).withWriteConcern(WriteConcern.MAJORITY.withJournal(true)),
                clock.getIfAvailable(Clock::systemUTC));
    }
}
