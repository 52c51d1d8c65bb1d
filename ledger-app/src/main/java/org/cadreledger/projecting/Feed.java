package org.cadreledger.projecting;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.cadreledger.documents.Generation;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.store.LogMessageSource;

/**
 * Feeds one generation of a group's documents: the segments that this node has claimed of it. Each generation has tokens of
 * its own, so a rebuilt one goes on where its rebuild ended, whichever node feeds it.
 */
final class Feed {
    private final Generation generation;
    private final SharedMarks shared;
    private final int segments;
    private final Watermarks watermarks = new Watermarks();
    private final BatchInvoker invoker;
    private final PooledStreamingEventProcessor processor;

    Feed(
            ProjectionGroup group,
            Generation generation,
            LogMessageSource source,
            TokenStore tokens,
            SharedMarks shared,
            ProcessorSettings settings,
            ScheduledExecutorService coordinator,
            ScheduledExecutorService workers) {
        this.generation = generation;
        this.shared = shared;
        this.segments = settings.segments();
        this.invoker = new BatchInvoker(group, generation, watermarks);
        this.processor = PooledStreamingEventProcessor.builder()
                .name(name(group, generation))
                .eventHandlerInvoker(invoker)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(source)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.instance())
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .initialSegmentCount(segments)
                .initialToken(log -> log.createTailToken())
                .batchSize(settings.batch())
                .tokenClaimInterval(settings.claimInterval().toMillis())
                .claimExtensionThreshold(settings.claimExtension().toMillis())
                .enableCoordinatorClaimExtension()
                .build();
    }

    /** Of the processor, and so of its tokens. */
    static String name(ProjectionGroup group, Generation generation) {
        return generation.number() == 1 ? group.name() : group.name() + "@" + generation.number();
    }

    Generation generation() {
        return generation;
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

    String name() {
        return processor.getName();
    }

    /** In all. */
    int segments() {
        return segments;
    }

    /** Segments that are this node's now. */
    Set<Integer> claimed() {
        return processor.processingStatus().keySet();
    }

    /** Leaves a segment to other nodes, and does not claim it again for that time. */
    void release(int segment, long seconds) {
        processor.releaseSegment(segment, seconds, TimeUnit.SECONDS);
    }

    /** Guards up to which this node's segments are. */
    Map<Integer, Long> marks() {
        Map<Integer, Long> marks = new TreeMap<>();
        for (Map.Entry<Integer, EventTrackerStatus> segment :
                processor.processingStatus().entrySet()) {
            long stored = segment.getValue().getCurrentPosition().orElse(0);
            marks.put(segment.getKey(), Math.max(stored, watermarks.of(segment.getKey())));
        }
        return marks;
    }

    /** Guard up to which all segments are, on whichever node; 0 while one is claimed nowhere. */
    long reached() {
        Map<Integer, Long> marks = marks();
        if (marks.size() < segments) {
            shared.of(processor.getName()).forEach((segment, mark) -> marks.merge(segment, mark, Math::max));
        }
        return marks.size() < segments
                ? 0
                : marks.values().stream().mapToLong(mark -> mark).min().orElse(0);
    }

    /** Tells the other nodes how far this node's segments are. */
    void publish() {
        shared.publish(processor.getName(), marks());
    }
}
