package org.cadreledger.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** What Axon appends and reads, as commits of the log. One unit of work is one commit. */
final class LedgerStorageEngine implements EventStorageEngine {

    private static final String NOBODY = "system";

    private final CommitLog log;
    private final LogMessageSource source;
    private final EventTypes types;
    private final KeptAggregates kept;

    LedgerStorageEngine(CommitLog log, LogMessageSource source, EventTypes types, KeptAggregates kept) {
        this.log = log;
        this.source = source;
        this.types = types;
        this.kept = kept;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (events.isEmpty()) {
            return;
        }
        UnitOfWork<?> root =
                CurrentUnitOfWork.isStarted() ? CurrentUnitOfWork.get().root() : null;
        if (root != null && root.resources().containsKey(EventMetaData.POSITION)) {
            throw new IllegalStateException("this unit of work is committed: its events must be published together");
        }
        CommitDraft draft = draft(events, root);
        long position = append(draft);
        draft.events().forEach(event -> kept.reached(event.stream(), event.sequence() + 1));
        if (root != null) {
            root.resources().put(EventMetaData.POSITION, position);
        }
    }

    private long append(CommitDraft draft) {
        try {
            return log.append(draft);
        } catch (RuntimeException e) {
            // a clash, or an outcome that nobody knows
            draft.events().forEach(event -> kept.doubt(event.stream()));
            throw e;
        }
    }

    private CommitDraft draft(List<? extends EventMessage<?>> events, @Nullable UnitOfWork<?> root) {
        Message<?> cause = root == null || root.getMessage() == null ? events.getFirst() : root.getMessage();
        MetaData data = cause.getMetaData();
        String k = text(data, EventMetaData.K);
        String by = text(data, EventMetaData.BY);
        if (by == null) {
            by = text(events.getFirst().getMetaData(), EventMetaData.BY);
        }
        return new CommitDraft(
                k == null ? "command/" + cause.getIdentifier() : k,
                text(data, EventMetaData.BODY_HASH),
                answer(root),
                by == null ? NOBODY : by,
                events.stream().map(LedgerStorageEngine::draft).toList(),
                ReadStreams.basis(root));
    }

    private static CommitDraft.Event draft(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event) || event.getType() == null) {
            throw new IllegalArgumentException("an event without an aggregate: " + message.getPayloadType());
        }
        return new CommitDraft.Event(
                event.getIdentifier(),
                event.getAggregateIdentifier(),
                event.getType(),
                event.getSequenceNumber(),
                text(event.getMetaData(), EventMetaData.JURISDICTION),
                event.getPayload());
    }

    /** The handler has returned before its events are appended, so its answer is known and stored with them. */
    private @Nullable String answer(@Nullable UnitOfWork<?> root) {
        ExecutionResult result = root == null ? null : root.getExecutionResult();
        if (result == null || result.isExceptionResult()) {
            return null;
        }
        Object answer = result.getResult();
        if (answer instanceof ResultMessage<?> message) {
            answer = message.getPayload();
        }
        return answer == null ? null : types.json(answer);
    }

    private static @Nullable String text(MetaData data, String key) {
        Object value = data.get(key);
        return value == null ? null : value.toString();
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        if (kept.isEnd(aggregateIdentifier, firstSequenceNumber)) {
            return DomainEventStream.empty();
        }
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (Commit commit : log.commitsOf(aggregateIdentifier, firstSequenceNumber)) {
            for (int index = 0; index < commit.events().size(); index++) {
                StoredEvent event = commit.events().get(index);
                if (event.stream().equals(aggregateIdentifier) && event.sequence() >= firstSequenceNumber) {
                    messages.add(LogMessageSource.message(commit, log.decode(commit, index)));
                }
            }
        }
        return DomainEventStream.of(messages);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return log.commitsOf(aggregateIdentifier, 0).stream()
                .flatMap(commit -> commit.events().stream())
                .filter(event -> event.stream().equals(aggregateIdentifier))
                .map(StoredEvent::sequence)
                .max(Comparator.naturalOrder());
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        return source.openStream(token).asStream();
    }

    /** Streams are short, because the books are closed every year; what is in memory need not be stored. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("the log keeps no snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return kept.find(aggregateIdentifier)
                .map(aggregate -> new GenericDomainEventMessage<>(
                        aggregate.root().getClass().getSimpleName(),
                        aggregateIdentifier,
                        aggregate.sequence(),
                        aggregate.root()));
    }

    @Override
    public TrackingToken createTailToken() {
        return source.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return source.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant time) {
        return source.createTokenAt(time);
    }
}
