package org.cadreledger.bench.store;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.EventTypes;
import org.cadreledger.store.LedgerEventStore;
import org.cadreledger.store.LogMessageSource;

/** This project's store, as the program uses it. */
final class LedgerSide implements Side {
    private final CommitLog log;
    private final LogMessageSource source;
    private final LedgerEventStore store;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    /** @param soleWriter as the program has it on the embedded server */
    LedgerSide(MongoDatabase database, boolean soleWriter) {
        EventTypes types = EventTypes.of(BenchEvent.class);
        log = CommitLog.open(database, types, Clock.systemUTC(), meters, soleWriter);
        source = new LogMessageSource(log);
        store = new LedgerEventStore(log, source, types);
    }

    /** Commits written at once so far, on average. */
    double meanBatch() {
        return meters.get("ledger.store.batch").summary().mean();
    }

    @Override
    public String name() {
        return "cadre-ledger";
    }

    @Override
    public void append(String stream, long sequence) {
        store.publish(AxonSide.message(stream, sequence));
    }

    @Override
    public long replay(long atMost, long nanos) {
        long end = System.nanoTime() + nanos;
        long read = 0;
        try (BlockingStream<TrackedEventMessage<?>> events = source.openStream(null)) {
            while (read < atMost && System.nanoTime() < end && events.hasNextAvailable()) {
                Checked.payload(events.nextAvailable().getPayload());
                read++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return read;
    }

    @Override
    public int load(String stream) {
        return AxonSide.load(store.readEvents(stream));
    }

    @Override
    public void close() {
        source.close();
        log.close();
    }
}
