package org.cadreledger.ledger.statement;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cadreledger.points.Points;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;

/** An event as an object of JSON's values: components by name, points as decimals, dates and periods as text, no nulls. */
final class EventAsMap {
    private EventAsMap() {}

    static Map<String, Object> of(Record event) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            Object value = value(read(component, event));
            if (value != null) {
                map.put(component.getName(), value);
            }
        }
        return map;
    }

    private static @Nullable Object read(RecordComponent component, Record event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("an event's component cannot be read: " + component, e);
        }
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Points points -> points.toDecimal();
            case Period period -> period.toString();
            case Record inner -> of(inner);
            case Collection<?> list -> list.stream().map(EventAsMap::value).toList();
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }
}
