package org.cadreledger.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Slows down guessing: after {@value #FREE} failures of one name from one address in a row the next attempt has to wait,
 * twice as long each time. Kept in bounded memory on each node; a success or a quiet quarter of an hour forgets.
 */
final class SignInThrottle {
    private static final int FREE = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration FORGET_AFTER = Duration.ofMinutes(15);
    private static final int MOST_KNOWN = 10_000;
    private static final int MOST_DOUBLINGS = 10;

    private final Clock clock;
    private final Map<Who, Failures> known = new LinkedHashMap<>(64, 0.75f, true);

    private record Who(String username, String address) {}

    private record Failures(int count, Instant last) {}

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** @return seconds to wait before the next attempt; 0 when it may be made now */
    synchronized int secondsToWait(String username, String address) {
        Failures failures = recent(new Who(username, address));
        if (failures == null || failures.count() < FREE) {
            return 0;
        }
        int doublings = Math.min(failures.count() - FREE, MOST_DOUBLINGS);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        Instant free = failures.last().plus(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        long left = Duration.between(clock.instant(), free).toMillis();
        return left <= 0 ? 0 : (int) Math.ceilDiv(left, 1000L);
    }

    synchronized void failed(String username, String address) {
        Who who = new Who(username, address);
        Failures before = recent(who);
        known.put(who, new Failures(before == null ? 1 : before.count() + 1, clock.instant()));
        if (known.size() > MOST_KNOWN) {
            var eldest = known.entrySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }

    synchronized void succeeded(String username, String address) {
        known.remove(new Who(username, address));
    }

    private @Nullable Failures recent(Who who) {
        Failures failures = known.get(who);
        if (failures != null && failures.last().plus(FORGET_AFTER).isBefore(clock.instant())) {
            known.remove(who);
            return null;
        }
        return failures;
    }
}
