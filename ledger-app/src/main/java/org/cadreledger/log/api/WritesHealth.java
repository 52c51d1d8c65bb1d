package org.cadreledger.log.api;

import org.cadreledger.store.CommitLog;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Whether the log takes writes: part of the readiness of {@code /actuator/health/readiness}. */
@Component("writes")
class WritesHealth extends AbstractHealthIndicator {
    private final CommitLog log;

    WritesHealth(CommitLog log) {
        super("the log cannot be read or written");
        this.log = log;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.status(log.takesWrites() ? Status.UP : Status.OUT_OF_SERVICE);
    }
}
