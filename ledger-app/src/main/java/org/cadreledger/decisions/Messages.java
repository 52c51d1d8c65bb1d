package org.cadreledger.decisions;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.cadreledger.log.Recorded;
import org.cadreledger.store.EventMetaData;

/** Between Axon's event messages and the log's records, which is all that folds know. */
public final class Messages {
    /** An event that is being decided has no place in the log yet; it is after all that have. */
    private static final long NOT_YET = 1L << 50;

    private Messages() {}

    /** The message as the log holds it, or will hold it. */
    public static <E> Recorded<E> recorded(DomainEventMessage<?> message, E event) {
        MetaData data = message.getMetaData();
        return new Recorded<>(
                data.get(EventMetaData.POSITION) instanceof Long position ? position : NOT_YET,
                data.get(EventMetaData.INDEX) instanceof Integer index ? index : 0,
                message.getTimestamp(),
                data.get(EventMetaData.BY) instanceof String by ? by : "",
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                data.get(EventMetaData.JURISDICTION) instanceof String county ? county : null,
                event);
    }

    /** What an aggregate files its event with. */
    public static MetaData metaData(String by, String jurisdiction) {
        return MetaData.with(EventMetaData.BY, by).and(EventMetaData.JURISDICTION, jurisdiction);
    }
}
