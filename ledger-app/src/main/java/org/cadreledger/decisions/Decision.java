package org.cadreledger.decisions;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was decided: the answer and the events that make it so; no events for a repeat.
 *
 * @param <E> events of one stream
 * @param <R> the command's answer
 */
public record Decision<E, R>(R result, List<Filed<E>> events) {
    /** @param jurisdiction county whose projections take the event */
    public record Filed<E>(E event, String jurisdiction) {}

    public Decision {
        events = List.copyOf(events);
    }

    /** Nothing needs to happen: it is so already. */
    public static <E, R> Decision<E, R> repeat(R result) {
        return new Decision<>(result, List.of());
    }

    public static <E, R> Decision<E, R> of(R result, String jurisdiction, E event) {
        return new Decision<>(result, List.of(new Filed<>(event, jurisdiction)));
    }

    /** The same event for the projections of several counties. */
    public static <E, R> Decision<E, R> inEach(R result, List<String> jurisdictions, E event) {
        return new Decision<>(
                result,
                jurisdictions.stream().map(county -> new Filed<>(event, county)).toList());
    }

    public Stream<E> stream() {
        return events.stream().map(Filed::event);
    }
}
