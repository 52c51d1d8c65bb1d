package org.cadreledger.selfaudit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.cadreledger.read.ReadSide;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.store.CommitLog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs the self-audit unless `ledger.audit.share`, its share of one processor's time (default 0.02), is 0. */
@Configuration(proxyBeanMethods = false)
class SelfAuditConfiguration {
    @Bean
    @ConditionalOnExpression("${ledger.audit.share:0.02} > 0")
    AuditLoop auditLoop(
            CommitLog log,
            ReadModels models,
            ReadSide readSide,
            MeterRegistry meters,
            @Value("${ledger.audit.share:0.02}") double share,
            @Value("${ledger.audit.pause:60s}") Duration pause) {
        return new AuditLoop(new SelfAudit(log, models.groups(), readSide, meters, new Pace(share)::rest), pause);
    }
}
