package org.cadreledger.selfaudit;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pass after pass in the background, for as long as the program runs. */
final class AuditLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLoop.class);

    private final SelfAudit audit;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("self-audit").factory());

    /** @param pause before each pass */
    AuditLoop(SelfAudit audit, Duration pause) {
        this.audit = audit;
        ScheduledFuture<?> _ =
                worker.scheduleWithFixedDelay(this::run, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            audit.pass();
        } catch (RuntimeException e) {
            if (!worker.isShutdown()) {
                LOG.warn("the self-audit could not finish a pass: {}", e.toString());
            }
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
