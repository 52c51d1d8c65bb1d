package org.cadreledger.testbed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.cadreledger.decisions.Messages;
import org.cadreledger.facts.FoldReader;
import org.cadreledger.log.Recorded;
import org.cadreledger.store.EventMetaData;

/** A log in memory: one append is one commit, as in the store. */
public final class MemoryLog extends InMemoryEventStorageEngine implements FoldReader {
    private final List<List<Recorded<Object>>> commits = new ArrayList<>();

    @Override
    public synchronized void appendEvents(List<? extends EventMessage<?>> events) {
        long position = commits.size() + 1L;
        List<EventMessage<?>> placed = new ArrayList<>();
        List<Recorded<Object>> commit = new ArrayList<>();
        for (EventMessage<?> event : events) {
            EventMessage<?> message =
                    event.andMetaData(Map.of(EventMetaData.POSITION, position, EventMetaData.INDEX, placed.size()));
            placed.add(message);
            commit.add(recorded((DomainEventMessage<?>) message));
        }
        super.appendEvents(placed);
        commits.add(commit);
    }

    private static Recorded<Object> recorded(DomainEventMessage<?> message) {
        return Messages.recorded(message, message.getPayload());
    }

    @Override
    public <S> S fold(String kind, String stream, S initial, BiFunction<S, Recorded<Object>, S> evolve) {
        S state = initial;
        for (Recorded<Object> event : stream(stream)) {
            state = evolve.apply(state, event);
        }
        return state;
    }

    public List<Recorded<Object>> stream(String stream) {
        List<Recorded<Object>> events = new ArrayList<>();
        DomainEventStream found = readEvents(stream, 0);
        found.forEachRemaining(message -> events.add(recorded(message)));
        return events;
    }

    public long end() {
        return commits.size();
    }

    public List<Recorded<Object>> commit(long position) {
        return commits.get((int) position - 1);
    }

    public List<Recorded<Object>> all() {
        return commits.stream().flatMap(List::stream).toList();
    }
}
