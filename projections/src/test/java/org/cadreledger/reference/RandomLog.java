package org.cadreledger.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cadreledger.log.Recorded;

/** The log that a history is written to: numbers commits, sometimes with several events, and events of a stream. */
final class RandomLog {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random;
    private final List<Recorded<?>> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private long position;

    RandomLog(Random random) {
        this.random = random;
    }

    /** A commit of its own. */
    void append(String stream, String jurisdiction, Object event) {
        position += 1 + random.nextInt(3);
        add(stream, jurisdiction, 0, event);
    }

    /** One more event in the commit of the last. */
    void appendToSameCommit(String stream, String jurisdiction, Object event) {
        add(stream, jurisdiction, events.getLast().index() + 1, event);
    }

    long guard() {
        return events.getLast().guard() + 1;
    }

    List<Recorded<?>> events() {
        return List.copyOf(events);
    }

    private void add(String stream, String jurisdiction, int index, Object event) {
        long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
        Instant at = START.plusSeconds(position * 60);
        events.add(new Recorded<>(position, index, at, "someone", stream, sequence, jurisdiction, event));
    }
}
