package org.cadreledger.log.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cadreledger.log.EventName;
import org.cadreledger.store.EventTypesSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The stored names of all events, for the filter to choose from; each has a text {@code event.<name>}. */
@Component
class EventNames {
    private final List<String> names;

    EventNames(ObjectProvider<EventTypesSource> sources) {
        names = sources.orderedStream()
                .flatMap(source -> source.eventRoots().stream())
                .flatMap(root -> root.isSealed() ? Arrays.stream(root.getPermittedSubclasses()) : Stream.of(root))
                .map(type -> type.getAnnotation(EventName.class))
                .filter(Objects::nonNull)
                .map(EventName::value)
                .distinct()
                .sorted()
                .toList();
    }

    List<String> all() {
        return names;
    }
}
