package org.cadreledger.projecting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.cadreledger.documents.Generation;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.documents.StaleDocuments;
import org.cadreledger.documents.Workspace;
import org.cadreledger.log.Recorded;
import org.cadreledger.store.LogMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands whole batches to a group of projections, sequenced by county. The batch is written while its last message is
 * handled: in any callback of the unit of work Axon would have stored the token first, and a crash in between would lose
 * the batch (architecture.md "Read side").
 */
final class BatchInvoker implements EventHandlerInvoker {
    private static final Logger LOG = LoggerFactory.getLogger(BatchInvoker.class);

    /** After as many meetings with another node the batch is given back, to be fetched anew. */
    private static final int ATTEMPTS = 3;

    private final ProjectionGroup group;
    private final Generation generation;
    private final Watermarks watermarks;
    private final Map<Integer, Workspace> workspaces = new ConcurrentHashMap<>();

    BatchInvoker(ProjectionGroup group, Generation generation, Watermarks watermarks) {
        this.group = group;
        this.generation = generation;
        this.watermarks = watermarks;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        Recorded<Object> recorded = LogMessageSource.recorded(message);
        // a global event is nobody's here; who needs it folds its stream
        boolean own = recorded.jurisdiction() != null && segment.matches((Object) recorded.jurisdiction());
        watermarks.delivered(segment.getSegmentId(), recorded.guard(), own);
        return own;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        if (!(CurrentUnitOfWork.get() instanceof BatchingUnitOfWork<?> batch)) {
            throw new IllegalStateException("events come in batches");
        }
        if (!batch.isLastMessage()) {
            return;
        }
        List<Recorded<?>> events = new ArrayList<>(batch.getMessages().size());
        for (var each : batch.getMessages()) {
            events.add(LogMessageSource.recorded((EventMessage<?>) each));
        }
        write(segment.getSegmentId(), events);
        watermarks.written(segment.getSegmentId(), events.getLast().guard());
    }

    private void write(int segment, List<Recorded<?>> events) {
        for (int attempt = 1; ; attempt++) {
            Workspace workspace = workspaces.computeIfAbsent(segment, id -> group.workspace(generation));
            try {
                workspace.handle(events);
                return;
            } catch (StaleDocuments e) {
                workspaces.remove(segment);
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.info("{}: another node was there, reading again", group.name());
            } catch (RuntimeException e) {
                // it is ahead of what is stored
                workspaces.remove(segment);
                throw e;
            }
        }
    }

    @Override
    public boolean supportsReset() {
        return false;
    }

    @Override
    public void segmentReleased(Segment segment) {
        workspaces.remove(segment.getSegmentId());
        watermarks.released(segment.getSegmentId());
    }

    void forget() {
        workspaces.clear();
        watermarks.clear();
    }
}
