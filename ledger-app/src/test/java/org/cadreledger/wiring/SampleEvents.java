package org.cadreledger.wiring;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.cadreledger.catalogue.Catalogue;
import org.cadreledger.points.Points;
import org.cadreledger.store.EventTypes;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Quarter;

/** One sample of each record, every component set, made from its shape alone. */
final class SampleEvents {
    static final Path FOLDER = Path.of("src/test/resources/golden");

    private SampleEvents() {}

    static Path file(String name) {
        return FOLDER.resolve(name + ".json");
    }

    /** Writes the golden files that are missing; leaves the others alone. */
    public static void main(String[] arguments) throws IOException {
        EventTypes types = new EventTypes(DomainEvents.ROOTS, List.of());
        for (String name : types.names()) {
            if (!Files.exists(file(name))) {
                Object sample = of(types.typeOf(name));
                String personal = types.personalOf(sample);
                Files.writeString(
                        file(name), types.payloadOf(sample) + "\n" + (personal == null ? "" : personal + "\n"));
            }
        }
    }

    static Object of(Class<?> type) {
        return value("sample", type);
    }

    private static Object value(String name, Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return List.of(value(name, list.getActualTypeArguments()[0]));
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return name.equals("zone") ? "Asia/Shanghai" : name + "-1";
        }
        if (raw == int.class || raw == Integer.class) {
            return name.equals("year") || name.endsWith("Year") ? 2026 : 3;
        }
        if (raw == long.class || raw == Long.class) {
            return 9_007_199_254_740_993L;
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return true;
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        if (raw == Catalogue.Rule.class) {
            return new Catalogue.Rule(
                    "A5",
                    Catalogue.Kind.BONUS,
                    "name-1",
                    List.of(new Catalogue.Level("third", new Points(50))),
                    null,
                    true,
                    Catalogue.Repeats.EACH);
        }
        return scalar(raw);
    }

    private static Object scalar(Class<?> raw) {
        if (raw == LocalDate.class) {
            return LocalDate.of(2026, 3, 31);
        }
        if (raw == Instant.class) {
            return Instant.parse("2026-03-31T16:00:00.123Z");
        }
        if (raw == Month.class) {
            return new Month(2026, 3);
        }
        if (raw == Period.class) {
            return new Quarter(2026, 1);
        }
        if (raw == Points.class) {
            return new Points(150);
        }
        return record(raw);
    }

    private static Object record(Class<?> raw) {
        List<Object> values = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent component : raw.getRecordComponents()) {
            values.add(value(component.getName(), component.getGenericType()));
            types.add(component.getType());
        }
        try {
            return raw.getDeclaredConstructor(types.toArray(Class[]::new)).newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no sample of " + raw, e);
        }
    }
}
