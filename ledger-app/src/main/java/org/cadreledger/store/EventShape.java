package org.cadreledger.store;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cadreledger.log.EventName;
import org.cadreledger.log.Personal;

/**
 * What is stored of one class of events, refused at start-up when it could not be stored exactly and read again.
 *
 * @param personal names of the components kept apart
 */
record EventShape(String name, Class<?> type, Set<String> personal) {

    private static final Set<Class<?>> SIMPLE = Set.of(
            String.class,
            boolean.class,
            Boolean.class,
            int.class,
            Integer.class,
            long.class,
            Long.class,
            java.math.BigDecimal.class,
            java.time.Instant.class,
            java.time.LocalDate.class,
            java.time.YearMonth.class,
            java.time.Year.class,
            java.time.Duration.class,
            java.time.ZoneId.class,
            java.util.UUID.class);

    static EventShape of(Class<?> type) {
        EventName name = type.getAnnotation(EventName.class);
        if (name == null || !type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " must be a record with @EventName");
        }
        if (!name.value().matches("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.v[1-9][0-9]*")) {
            throw new IllegalArgumentException(name.value() + " is not of the form concept.past-tense.v1");
        }
        Set<String> personal = new HashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            requireStorable(component.getGenericType(), type, new HashSet<>());
            if (component.isAnnotationPresent(Personal.class)) {
                if (component.getType().isPrimitive()) {
                    throw new IllegalArgumentException(component + " is personal and must be able to be null");
                }
                personal.add(component.getName());
            }
        }
        return new EventShape(name.value(), type, Set.copyOf(personal));
    }

    /** The records under a sealed root, the root itself when it is a record. */
    static List<Class<?>> under(Class<?> root) {
        if (root.isRecord()) {
            return List.of(root);
        }
        if (!root.isSealed()) {
            throw new IllegalArgumentException(root.getName() + " is neither a record nor sealed");
        }
        List<Class<?>> found = new ArrayList<>();
        Arrays.stream(root.getPermittedSubclasses()).forEach(permitted -> found.addAll(under(permitted)));
        return found;
    }

    private static void requireStorable(Type type, Class<?> event, Set<Type> seen) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            Type raw = generic.getRawType();
            if (raw != List.class && raw != Set.class && raw != Map.class) {
                throw new IllegalArgumentException(event.getName() + ": cannot store a " + type.getTypeName());
            }
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> requireStorable(argument, event, seen));
            return;
        }
        if (!(type instanceof Class<?> plain) || !isStorable(plain, event, seen)) {
            throw new IllegalArgumentException(event.getName() + ": cannot store a " + type.getTypeName());
        }
    }

    private static boolean isStorable(Class<?> type, Class<?> event, Set<Type> seen) {
        if (SIMPLE.contains(type) || type.isEnum() || ValueTypes.isHundredths(type) || ValueTypes.isString(type)) {
            return true;
        }
        if (!type.isRecord()) {
            return false;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.isAnnotationPresent(Personal.class)) {
                throw new IllegalArgumentException(
                        event.getName() + ": @Personal is for components of the event, not of " + type.getName());
            }
            requireStorable(component.getGenericType(), event, seen);
        }
        return true;
    }
}
