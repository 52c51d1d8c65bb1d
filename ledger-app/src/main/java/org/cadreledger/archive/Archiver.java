package org.cadreledger.archive;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes segments in the background, behind the end of the log. */
final class Archiver implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Archiver.class);
    private static final long EVERY_SECONDS = 5;

    private final Archive archive;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("archiver").factory());
    private String lastFault = "";

    Archiver(Archive archive) {
        this.archive = archive;
        ScheduledFuture<?> _ = worker.scheduleWithFixedDelay(this::run, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void run() {
        try {
            archive.finishErasing();
            while (!worker.isShutdown() && archive.writeNext()) {
                LOG.debug("archived to {}", archive.position());
            }
            lastFault = "";
        } catch (java.io.IOException | RuntimeException e) {
            if (!e.toString().equals(lastFault)) {
                LOG.error("the archive cannot go on; it is tried again every {} s", EVERY_SECONDS, e);
                lastFault = e.toString();
            }
        }
    }

    /** Lets the segment at hand be finished. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(EVERY_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            worker.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
