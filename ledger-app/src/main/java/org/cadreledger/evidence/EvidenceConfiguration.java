package org.cadreledger.evidence;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps files in the database of the log. */
@Configuration(proxyBeanMethods = false)
public class EvidenceConfiguration {
    @Bean
    EvidenceStore evidenceStore(MongoDatabase database, ObjectProvider<Clock> clock) {
        return new EvidenceStore(
                database.withWriteConcern(WriteConcern.MAJORITY.withJournal(true)),
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    EvidenceBackup evidenceBackup(EvidenceStore store) {
        return new EvidenceBackup(store);
    }
}
