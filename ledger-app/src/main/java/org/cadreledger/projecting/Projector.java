package org.cadreledger.projecting;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.store.LogMessageSource;

/** Feeds one group of projections. A batch that fails is tried again until it succeeds, never skipped. */
final class Projector implements AutoCloseable {
    private final ProjectionGroup group;
    private final int segments;
    private final Watermarks watermarks = new Watermarks();
    private final BatchInvoker invoker;
    private final ScheduledExecutorService coordinator;
    private final ScheduledExecutorService workers;
    private final PooledStreamingEventProcessor processor;

    Projector(ProjectionGroup group, LogMessageSource source, TokenStore tokens, ProcessorSettings settings) {
        this.group = group;
        this.segments = settings.segments();
        this.invoker = new BatchInvoker(group, watermarks);
        this.coordinator = Executors.newScheduledThreadPool(1, named(group.name() + "-coordinator"));
        this.workers = Executors.newScheduledThreadPool(settings.segments(), named(group.name() + "-projector"));
        this.processor = PooledStreamingEventProcessor.builder()
                .name(group.name())
                .eventHandlerInvoker(invoker)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(source)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialSegmentCount(settings.segments())
                .initialToken(log -> log.createTailToken())
                .batchSize(settings.batch())
                .tokenClaimInterval(settings.claimInterval().toMillis())
                .claimExtensionThreshold(settings.claimExtension().toMillis())
                .enableCoordinatorClaimExtension()
                .build();
    }

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 0).factory();
    }

    ProjectionGroup group() {
        return group;
    }

    Watermarks watermarks() {
        return watermarks;
    }

    void start() {
        processor.start();
    }

    /** Returns when nothing is being written any more. */
    void stop() {
        processor.shutDown();
        invoker.forget();
    }

    boolean isRunning() {
        return processor.isRunning();
    }

    /** Guard up to which all segments are; 0 while one is not claimed here. */
    long reached() {
        Map<Integer, EventTrackerStatus> status = processor.processingStatus();
        if (status.size() < segments) {
            return 0;
        }
        long least = Long.MAX_VALUE;
        for (Map.Entry<Integer, EventTrackerStatus> segment : status.entrySet()) {
            long claimed = segment.getValue().getCurrentPosition().orElse(0);
            least = Math.min(least, Math.max(claimed, watermarks.of(segment.getKey())));
        }
        return least;
    }

    @Override
    public void close() {
        stop();
        coordinator.shutdownNow();
        workers.shutdownNow();
    }
}
