package org.cadreledger.store;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/**
 * The log as Axon's event store. All events of a unit of work become one commit, also over several aggregates; the root
 * message's metadata gives user, idempotency key and body hash ({@link EventMetaData}), its result the answer.
 *
 * <p>Publishing fails as {@link CommitLog#append} does.
 */
public final class LedgerEventStore extends AbstractEventStore {

    private final LogMessageSource source;

    /** One that reads each aggregate from the log. */
    public LedgerEventStore(CommitLog log, LogMessageSource source, EventTypes types) {
        this(log, source, types, KeptAggregates.NONE);
    }

    public LedgerEventStore(CommitLog log, LogMessageSource source, EventTypes types, KeptAggregates kept) {
        super(new Builder().engine(new LedgerStorageEngine(log, source, types, kept)));
        this.source = source;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return source.openStream(token);
    }

    private static final class Builder extends AbstractEventStore.Builder {
        Builder engine(LedgerStorageEngine engine) {
            storageEngine(engine);
            return this;
        }
    }
}
