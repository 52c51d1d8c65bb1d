package org.cadreledger.registerbed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.cadreledger.decisions.Messages;
import org.cadreledger.facts.FoldReader;
import org.cadreledger.log.Recorded;
import org.cadreledger.store.EventMetaData;

/** One append is one commit, as in the store. */
final class LogInMemory extends InMemoryEventStorageEngine implements FoldReader {
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
            commit.add(Messages.recorded((DomainEventMessage<?>) message, message.getPayload()));
        }
        super.appendEvents(placed);
        commits.add(commit);
    }

    @Override
    public synchronized <S> S fold(String kind, String stream, S initial, BiFunction<S, Recorded<Object>, S> evolve) {
        S state = initial;
        for (Recorded<Object> event : all()) {
            if (event.stream().equals(stream)) {
                state = evolve.apply(state, event);
            }
        }
        return state;
    }

    synchronized List<Recorded<Object>> all() {
        return commits.stream().flatMap(List::stream).toList();
    }

    synchronized List<Recorded<Object>> last() {
        return commits.getLast();
    }

    synchronized long end() {
        return commits.size();
    }

    synchronized Set<String> counties() {
        Set<String> codes = new TreeSet<>();
        all().stream()
                .map(event -> event.stream())
                .filter(stream -> stream.startsWith("jurisdiction:"))
                .forEach(stream -> codes.add(stream.substring("jurisdiction:".length())));
        return codes;
    }
}
