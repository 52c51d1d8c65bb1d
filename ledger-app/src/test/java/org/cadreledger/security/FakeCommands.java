package org.cadreledger.security;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Command;
import org.cadreledger.dispatch.CommandKey;
import org.cadreledger.dispatch.Commands;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.jspecify.annotations.Nullable;

/** Accepts every command, keeps keys, and answers with some result of the right type. */
final class FakeCommands implements Commands {
    private final AtomicLong position = new AtomicLong();
    private final Map<String, String> hashes = new ConcurrentHashMap<>();

    @Override
    public <R> Receipt<R> send(Command<R> command, Actor actor, CommandKey key) {
        String hash = key.bodyHash();
        String before = hash == null ? null : hashes.putIfAbsent(key.value(), hash);
        if (before != null && !before.equals(hash)) {
            throw Refusal.of(Reason.IDEMPOTENCY_KEY_REUSED);
        }
        return new Receipt<>(result(command), position.incrementAndGet(), before != null);
    }

    @SuppressWarnings("unchecked")
    private static <R> R result(Command<R> command) {
        for (Type type : command.getClass().getGenericInterfaces()) {
            if (type instanceof ParameterizedType parameterized && parameterized.getRawType() == Command.class) {
                return (R) some((Class<?>) parameterized.getActualTypeArguments()[0]);
            }
        }
        throw new IllegalStateException("no result type: " + command);
    }

    static Object some(Class<?> type) {
        if (type.isRecord() && type != Points.class && type != Month.class) {
            try {
                RecordComponent[] components = type.getRecordComponents();
                Class<?>[] types =
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
                @Nullable
                Object[] values = Arrays.stream(types).map(FakeCommands::some).toArray();
                var constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return value(type);
    }

    private static Object value(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type == String.class) {
            return "x1";
        }
        if (type == Points.class) {
            return Points.of(1);
        }
        if (type == Month.class) {
            return new Month(2026, 3);
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == List.class) {
            return List.of();
        }
        return type == long.class ? (Object) 1L : (Object) 1;
    }
}
