package org.cadreledger.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The registry of stored event names and the JSON of the log (decision 0002). Immutable, safe for all threads. */
public final class EventTypes {

    /** Characters of an object without components. */
    private static final int EMPTY = 2;

    private final JsonMapper mapper = CanonicalJson.mapper();
    private final Map<String, EventShape> byName = new HashMap<>();
    private final Map<Class<?>, EventShape> byType = new HashMap<>();
    private final Map<String, ObjectReader> readers = new ConcurrentHashMap<>();
    private final Map<String, Upcaster> upcasters = new HashMap<>();

    /** An event as it is stored: without its personal components, which are null when there are none. */
    record Encoded(String name, String payload, @Nullable String personal) {}

    /**
     * @throws IllegalArgumentException for a class without {@code @EventName}, a name used twice, a component that the
     *     log's JSON cannot hold exactly (floating point, open interfaces), or an upcaster that leads nowhere
     */
    public EventTypes(Collection<Class<?>> roots, Collection<Upcaster> upcasters) {
        roots.stream()
                .flatMap(root -> EventShape.under(root).stream())
                .distinct()
                .map(EventShape::of)
                .forEach(this::register);
        for (Upcaster upcaster : upcasters) {
            if (byName.containsKey(upcaster.from()) || this.upcasters.put(upcaster.from(), upcaster) != null) {
                throw new IllegalArgumentException(upcaster.from() + " is read in two ways");
            }
        }
        upcasters.forEach(upcaster -> requireReadable(upcaster.to()));
    }

    /** All records under these sealed interfaces (or records), without upcasters. */
    public static EventTypes of(Class<?>... sealedRoots) {
        return new EventTypes(Arrays.asList(sealedRoots), List.of());
    }

    private void register(EventShape shape) {
        EventShape other = byName.put(shape.name(), shape);
        if (other != null) {
            throw new IllegalArgumentException(shape.name() + " names " + other.type() + " and " + shape.type());
        }
        byType.put(shape.type(), shape);
    }

    private void requireReadable(String name) {
        String current = name;
        for (int step = 0; step <= upcasters.size(); step++) {
            Upcaster next = upcasters.get(current);
            if (next == null) {
                break;
            }
            current = next.to();
        }
        if (!byName.containsKey(current)) {
            throw new IllegalArgumentException("upcasters of " + name + " lead to no known event");
        }
    }

    /** Every name that is written today, sorted. */
    public Set<String> names() {
        return new TreeSet<>(byName.keySet());
    }

    /**
     * The stored name of a class of events.
     *
     * @throws IllegalArgumentException when no event of that class is registered
     */
    public String nameOf(Class<?> type) {
        return shapeOf(type).name();
    }

    /**
     * The class stored under a name.
     *
     * @throws IllegalArgumentException for a name that is not written today
     */
    public Class<?> typeOf(String name) {
        EventShape shape = byName.get(name);
        if (shape == null) {
            throw new IllegalArgumentException("unknown event " + name);
        }
        return shape.type();
    }

    private EventShape shapeOf(Class<?> type) {
        EventShape shape = byType.get(type);
        if (shape == null) {
            throw new IllegalArgumentException(type.getName() + " is no registered event");
        }
        return shape;
    }

    Encoded encode(Object event) {
        EventShape shape = shapeOf(event.getClass());
        if (shape.personal().isEmpty()) {
            return new Encoded(shape.name(), mapper.writeValueAsString(event), null);
        }
        ObjectNode payload = mapper.valueToTree(event);
        ObjectNode personal = mapper.createObjectNode();
        for (String component : List.copyOf(payload.propertyNames())) {
            if (shape.personal().contains(component)) {
                personal.set(component, payload.remove(component));
            }
        }
        return new Encoded(
                shape.name(),
                mapper.writeValueAsString(payload),
                personal.isEmpty() ? null : mapper.writeValueAsString(personal));
    }

    /** The JSON of an event without its personal components. */
    public String payloadOf(Object event) {
        return encode(event).payload();
    }

    /** The JSON of the personal components; null when the event has none or all are null. */
    public @Nullable String personalOf(Object event) {
        return encode(event).personal();
    }

    /**
     * Reads an event back, through upcasters when its name is of an older version.
     *
     * @param personal null when there was none or it was erased
     * @throws UnreadableEvent for an unknown name, an unknown or missing property, or a value of the wrong type
     */
    public Object decode(String name, String payload, @Nullable String personal) {
        try {
            EventShape shape = byName.get(name);
            if (shape != null) {
                return readers.computeIfAbsent(name, known -> mapper.readerFor(shape.type()))
                        .readValue(personal == null ? payload : joined(payload, personal));
            }
            ObjectNode tree = object(payload);
            if (personal != null) {
                object(personal).properties().forEach(entry -> addOnce(tree, entry));
            }
            return upcastAndBind(name, tree);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new UnreadableEvent(name, e);
        }
    }

    /** One object with the components of both; a component in both is refused when it is read, like any doubled one. */
    private static String joined(String payload, String personal) {
        if (!payload.startsWith("{") || !payload.endsWith("}") || !personal.startsWith("{")) {
            throw new IllegalArgumentException("not a JSON object");
        }
        boolean either = payload.length() == EMPTY || personal.length() == EMPTY;
        return payload.substring(0, payload.length() - 1) + (either ? "" : ",") + personal.substring(1);
    }

    private Object upcastAndBind(String name, ObjectNode tree) {
        String current = name;
        ObjectNode payload = tree;
        for (Upcaster next = upcasters.get(current); next != null; next = upcasters.get(current)) {
            payload = next.upcast(payload);
            current = next.to();
        }
        return mapper.treeToValue(payload, typeOf(current));
    }

    private ObjectNode object(String json) {
        if (mapper.readTree(json) instanceof ObjectNode node) {
            return node;
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    private static void addOnce(ObjectNode tree, Map.Entry<String, JsonNode> entry) {
        if (tree.has(entry.getKey())) {
            throw new IllegalArgumentException(entry.getKey() + " is both personal and not");
        }
        tree.set(entry.getKey(), entry.getValue());
    }

    /** The canonical JSON of any record: an answer, a list, a seal's input. */
    public String json(Object value) {
        return mapper.writeValueAsString(value);
    }

    /**
     * Reads what {@link #json} wrote, as strictly as events are read.
     *
     * @throws IllegalArgumentException when it is not of that type
     */
    public <T> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a " + type.getSimpleName(), e);
        }
    }
}
