package org.cadreledger.evidence;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps files in the database of the log, so that one backup holds both. */
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
