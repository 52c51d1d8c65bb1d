package org.cadreledger.bench.store;

import java.util.Iterator;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** A storage engine of Axon's, asked directly: no bus, no cache, no interceptor stands in its way. */
final class AxonSide implements Side {
    private static final String TYPE = "BenchLedger";

    private final String name;
    private final EventStorageEngine engine;
    private final Runnable end;

    AxonSide(String name, EventStorageEngine engine, Runnable end) {
        this.name = name;
        this.engine = engine;
        this.end = end;
    }

    static DomainEventMessage<Object> message(String stream, long sequence) {
        return new GenericDomainEventMessage<>(TYPE, stream, sequence, BenchEvent.of(stream, sequence));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void append(String stream, long sequence) {
        engine.appendEvents(List.of(message(stream, sequence)));
    }

    @Override
    public long replay(long atMost, long nanos) {
        long end = System.nanoTime() + nanos;
        long read = 0;
        try (var events = engine.readEvents(null, false)) {
            Iterator<? extends TrackedEventMessage<?>> each = events.iterator();
            while (read < atMost && System.nanoTime() < end && each.hasNext()) {
                Checked.payload(each.next().getPayload());
                read++;
            }
        }
        return read;
    }

    @Override
    public int load(String stream) {
        return load(engine.readEvents(stream, 0));
    }

    static int load(DomainEventStream events) {
        int read = 0;
        while (events.hasNext()) {
            Checked.payload(events.next().getPayload());
            read++;
        }
        return read;
    }

    @Override
    public void close() {
        end.run();
    }
}
