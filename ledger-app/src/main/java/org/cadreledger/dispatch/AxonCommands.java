package org.cadreledger.dispatch;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MetaData;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Command;
import org.cadreledger.access.CommandContext;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.store.AlreadyRecorded;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.EventMetaData;
import org.cadreledger.store.EventTypes;
import org.cadreledger.store.StoredAnswer;
import org.cadreledger.store.UnloggedAnswers;

/** Sends commands over Axon's bus, in the caller's thread; repeats a decision that clashed with another's commit. */
final class AxonCommands implements Commands {
    /** architecture.md "Event store": then 503. */
    private static final int ATTEMPTS = 1 + 5;

    private static final long FIRST_PAUSE_MILLIS = 4;

    private final CommandBus bus;
    private final CommitLog log;
    private final UnloggedAnswers unlogged;
    private final EventTypes types;
    private final Clock clock;

    AxonCommands(CommandBus bus, CommitLog log, UnloggedAnswers unlogged, EventTypes types, Clock clock) {
        this.bus = bus;
        this.log = log;
        this.unlogged = unlogged;
        this.types = types;
        this.clock = clock;
    }

    @Override
    public <R> Receipt<R> send(Command<R> command, Actor actor, CommandKey key) {
        try {
            return attempts(command, actor, key);
        } catch (RuntimeException e) {
            throw Failures.asSeenByCaller(e);
        }
    }

    /**
     * A key that is in the log is met when the commit is refused or when there is nothing to write; the log is not asked for
     * it before, since nearly all keys are new. What was answered without a commit must be looked for first.
     */
    private <R> Receipt<R> attempts(Command<R> command, Actor actor, CommandKey key) {
        Optional<Receipt<R>> earlier = unlogged(command, key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ReachedPosition reached = new ReachedPosition();
            CommandResultMessage<?> outcome = dispatch(message(command, actor, key, reached));
            if (!outcome.isExceptional()) {
                Long written = reached.position();
                return written == null
                        ? unchanged(command, outcome.getPayload(), key)
                        : new Receipt<>(typeOfAnswer(command).cast(outcome.getPayload()), written, false, true);
            }
            Throwable failure = outcome.exceptionResult();
            AlreadyRecorded recorded = Failures.alreadyRecorded(failure);
            if (recorded != null) {
                return repeated(command, key, recorded.stored(), true);
            }
            if (!Failures.isWorthRetrying(failure)) {
                // the same request may have come twice at once, and the other was first
                return earlier(command, key).orElseThrow(() -> Failures.asSeenByCaller(failure));
            }
            pause(attempt);
        }
        throw Refusal.of(Reason.CONCURRENT_CHANGE);
    }

    private CommandResultMessage<?> dispatch(CommandMessage<?> message) {
        FutureCallback<Object, Object> callback = new FutureCallback<>();
        bus.dispatch(message, callback);
        return callback.getResult();
    }

    private CommandMessage<?> message(Command<?> command, Actor actor, CommandKey key, ReachedPosition reached) {
        MetaData data = MetaData.with(
                        CommandContextResolver.CONTEXT, new CommandContext(actor, clock.instant(), key.value()))
                .and(ReachedPosition.REACHED, reached)
                .and(EventMetaData.K, key.value())
                .and(EventMetaData.BY, actor.user());
        String bodyHash = key.bodyHash();
        return new GenericCommandMessage<>(
                command, bodyHash == null ? data : data.and(EventMetaData.BODY_HASH, bodyHash));
    }

    /** Nothing had to be written: because the same call did it before, or because all was as asked for. */
    private <R> Receipt<R> unchanged(Command<R> command, Object answer, CommandKey key) {
        Optional<Receipt<R>> earlier = earlier(command, key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        long position = log.tail().position();
        if (key.mayRepeat()) {
            unlogged.keep(key.value(), new StoredAnswer(position, key.bodyHash(), types.json(answer)));
        }
        return new Receipt<>(typeOfAnswer(command).cast(answer), position, false, false);
    }

    private <R> Optional<Receipt<R>> earlier(Command<R> command, CommandKey key) {
        if (!key.mayRepeat()) {
            return Optional.empty();
        }
        return log.find(key.value())
                .map(stored -> repeated(command, key, stored, true))
                .or(() -> unlogged(command, key));
    }

    private <R> Optional<Receipt<R>> unlogged(Command<R> command, CommandKey key) {
        return key.mayRepeat()
                ? unlogged.find(key.value()).map(stored -> repeated(command, key, stored, false))
                : Optional.empty();
    }

    private <R> Receipt<R> repeated(Command<R> command, CommandKey key, StoredAnswer stored, boolean changed) {
        if (!Objects.equals(stored.bodyHash(), key.bodyHash())) {
            throw Refusal.of(Reason.IDEMPOTENCY_KEY_REUSED);
        }
        String answer = Objects.requireNonNull(stored.answer(), "every command answers");
        return new Receipt<>(types.read(answer, typeOfAnswer(command)), stored.position(), true, changed);
    }

    /** R of {@code Command<R>}. */
    @SuppressWarnings("unchecked")
    private static <R> Class<R> typeOfAnswer(Command<R> command) {
        Type answer = Arrays.stream(command.getClass().getGenericInterfaces())
                .filter(type ->
                        type instanceof ParameterizedType parameterized && parameterized.getRawType() == Command.class)
                .map(type -> ((ParameterizedType) type).getActualTypeArguments()[0])
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(command.getClass() + " does not say what it answers"));
        return (Class<R>) answer;
    }

    /** Longer after every clash, and never the same for two callers. */
    private static void pause(int attempt) {
        long most = FIRST_PAUSE_MILLIS << attempt;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(TimeUnit.MILLISECONDS.toNanos(most)) + 1);
    }
}
