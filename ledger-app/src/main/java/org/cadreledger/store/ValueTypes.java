package org.cadreledger.store;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.ser.Serializers;

/**
 * Tells Jackson of the domain's value types by their shape, because ledger-api carries no Jackson annotations.
 *
 * <ul>
 *   <li>hundredths: a record whose only component is {@code long hundredths} is a JSON integer of hundredths;
 *   <li>string: a class or record with {@code static parse(String)}, its own or of an interface that it implements, is
 *       a JSON string written by {@code toString()} and read by {@code parse}. Enums are always their {@code name()}.
 * </ul>
 */
final class ValueTypes extends JacksonModule {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

    static boolean isHundredths(Class<?> type) {
        RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        return components.length == 1
                && components[0].getType() == long.class
                && components[0].getName().equals("hundredths");
    }

    static boolean isString(Class<?> type) {
        return !isHundredths(type) && parseOf(type) != null;
    }

    private static @Nullable Method parseOf(Class<?> type) {
        if (type.isEnum()
                || type.isPrimitive()
                || type.isArray()
                || type.getName().startsWith("java.")) {
            return null;
        }
        Deque<Class<?>> open = new ArrayDeque<>(Set.of(type));
        Set<Class<?>> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Class<?> candidate = open.removeFirst();
            for (Method method : candidate.getDeclaredMethods()) {
                if (isParse(method) && method.getReturnType() == candidate) {
                    return method;
                }
            }
            for (Class<?> parent : candidate.getInterfaces()) {
                if (seen.add(parent)) {
                    open.addLast(parent);
                }
            }
        }
        return null;
    }

    private static boolean isParse(Method method) {
        return method.getName().equals("parse")
                && Modifier.isStatic(method.getModifiers())
                && Modifier.isPublic(method.getModifiers())
                && method.getParameterCount() == 1
                && method.getParameterTypes()[0] == String.class;
    }

    @Override
    public String getModuleName() {
        return "cadreledger-values";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addSerializers(new Writers());
        context.addKeySerializers(new KeyWriters());
        context.addDeserializers(new Readers());
        context.addKeyDeserializers(
                (type, config, description) -> isString(type.getRawClass()) ? new KeyReader(type.getRawClass()) : null);
    }

    private static final class Writers implements Serializers {
        @Override
        public @Nullable ValueSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription.Supplier bean, JsonFormat.Value format) {
            Class<?> raw = type.getRawClass();
            return isHundredths(raw) ? new HundredthsWriter(raw) : isString(raw) ? new StringWriter() : null;
        }
    }

    private static final class KeyWriters implements Serializers {
        @Override
        public @Nullable ValueSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription.Supplier bean, JsonFormat.Value format) {
            return isString(type.getRawClass()) ? new KeyWriter() : null;
        }
    }

    private static final class Readers extends Deserializers.Base {
        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
            Class<?> raw = type.getRawClass();
            return isHundredths(raw) ? new HundredthsReader(raw) : isString(raw) ? new StringReader(raw) : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return isHundredths(type) || isString(type);
        }
    }

    private static final class StringWriter extends ValueSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.toString());
        }
    }

    private static final class KeyWriter extends ValueSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {
            json.writeName(value.toString());
        }
    }

    private static final class HundredthsWriter extends ValueSerializer<Object> {
        private final MethodHandle read;

        HundredthsWriter(Class<?> type) {
            try {
                read = LOOKUP.findVirtual(type, "hundredths", MethodType.methodType(long.class));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(type + " must be public to be stored", e);
            }
        }

        @Override
        public void serialize(Object value, JsonGenerator json, SerializationContext context) {
            json.writeNumber((long) call(read, value));
        }
    }

    private static final class HundredthsReader extends ValueDeserializer<Object> {
        private final Class<?> type;
        private final MethodHandle create;

        HundredthsReader(Class<?> type) {
            this.type = type;
            try {
                create = LOOKUP.findConstructor(type, MethodType.methodType(void.class, long.class));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException(type + " must be public to be stored", e);
            }
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                return context.reportInputMismatch(type, "%s is an integer of hundredths", type.getSimpleName());
            }
            return call(create, json.getLongValue());
        }
    }

    private static final class StringReader extends ValueDeserializer<Object> {
        private final Class<?> type;
        private final MethodHandle parse;

        StringReader(Class<?> type) {
            this.type = type;
            this.parse = parseHandle(type);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return context.reportInputMismatch(type, "%s is a string", type.getSimpleName());
            }
            return type.cast(call(parse, json.getString()));
        }
    }

    private static final class KeyReader extends KeyDeserializer {
        private final MethodHandle parse;

        KeyReader(Class<?> type) {
            this.parse = parseHandle(type);
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return call(parse, key);
        }
    }

    private static MethodHandle parseHandle(Class<?> type) {
        Method method = parseOf(type);
        if (method == null) {
            throw new IllegalArgumentException(type + " has no parse(String)");
        }
        try {
            return LOOKUP.unreflect(method);
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException(type + " must be public to be stored", e);
        }
    }

    private static Object call(MethodHandle handle, Object argument) {
        try {
            return handle.invoke(argument);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
