package org.cadreledger.security;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Passwords under Argon2id. Each hash takes memory and a core for a while, so only a few run at once. */
final class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int PATIENCE_SECONDS = 10;

    private final Argon2PasswordEncoder encoder;
    private final Semaphore running =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private final String ofNobody;

    /**
     * @param memoryKib memory of one hash in KiB
     * @param passes times that the memory is gone over
     */
    Passwords(int memoryKib, int passes) {
        encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, memoryKib, passes);
        ofNobody = required(encoder.encode(Secrets.token()));
    }

    String hash(String password) {
        return bounded(() -> required(encoder.encode(password)));
    }

    /** @param hash null for an unknown user: takes the same time and is never true */
    boolean matches(String password, @Nullable String hash) {
        boolean same = bounded(() -> encoder.matches(password, hash == null ? ofNobody : hash));
        return same && hash != null;
    }

    private <T> T bounded(Supplier<T> work) {
        boolean mayRun;
        try {
            mayRun = running.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            mayRun = false;
        }
        if (!mayRun) {
            throw Refusal.of(Reason.OVERLOADED);
        }
        try {
            return work.get();
        } finally {
            running.release();
        }
    }

    private static String required(@Nullable String hash) {
        if (hash == null) {
            throw new IllegalStateException("a password was not hashed");
        }
        return hash;
    }
}
