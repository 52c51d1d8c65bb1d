package org.cadreledger.dispatch;

import org.axonframework.common.lock.DeadlockException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.store.AlreadyRecorded;
import org.cadreledger.store.ClockBehind;
import org.cadreledger.store.CommitTooLarge;
import org.cadreledger.store.StoreBusy;
import org.cadreledger.store.StoreUnavailable;
import org.jspecify.annotations.Nullable;

/** What a failed command means to its caller; the framework may have wrapped the cause. */
public final class Failures {
    /** Deeper chains of causes are not ours. */
    private static final int DEEPEST = 10;

    private Failures() {}

    /** The first cause of that type. */
    static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }

    /** Somebody else went on with one of the streams: load again and decide again. */
    static boolean isWorthRetrying(Throwable failure) {
        return find(failure, ConcurrencyException.class) != null || find(failure, DeadlockException.class) != null;
    }

    static @Nullable AlreadyRecorded alreadyRecorded(Throwable failure) {
        return find(failure, AlreadyRecorded.class);
    }

    /** The failure as the caller shall see it: a refusal, or what nobody foresaw. */
    static RuntimeException asSeenByCaller(Throwable failure) {
        Refusal refusal = find(failure, Refusal.class);
        if (refusal != null) {
            return refusal;
        }
        if (find(failure, StoreBusy.class) != null) {
            return Refusal.of(Reason.OVERLOADED);
        }
        if (find(failure, CommitTooLarge.class) != null) {
            return Refusal.of(Reason.PAYLOAD_TOO_LARGE);
        }
        if (isStoreAway(failure)) {
            return Refusal.of(Reason.STORE_UNAVAILABLE);
        }
        return failure instanceof RuntimeException unforeseen
                ? unforeseen
                : new IllegalStateException("a command failed", failure);
    }

    /** Whether it comes of a database that does not answer as it should: nothing is wrong with the request. */
    public static boolean isStoreAway(Throwable failure) {
        if (find(failure, StoreUnavailable.class) != null || find(failure, ClockBehind.class) != null) {
            return true;
        }
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            // the driver's own, from a read: only the store may know its types
            if (cause.getClass().getPackageName().startsWith("com.mongodb")) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
