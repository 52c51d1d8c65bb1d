package org.cadreledger.web.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cadreledger.security.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The names of those who acted, for the log knows users; {@code people} in the templates. */
@Component
public final class People {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST_KNOWN = 10_000;

    private final Accounts accounts;
    private final Clock clock;
    private final Map<String, Known> known = new LinkedHashMap<>(64, 0.75f, true);

    private record Known(String name, Instant readAt) {}

    People(Accounts accounts, ObjectProvider<Clock> clock) {
        this.accounts = accounts;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /** Display name and, to tell people of one name apart, the user name; the latter alone when there is no such account. */
    public String of(@Nullable String user) {
        if (user == null) {
            return "";
        }
        Instant now = clock.instant();
        synchronized (known) {
            Known held = known.get(user);
            if (held != null && held.readAt().plus(FRESH).isAfter(now)) {
                return held.name();
            }
        }
        String name = accounts.account(user)
                .map(account -> account.displayName().equals(user) ? user : account.displayName() + " (" + user + ")")
                .orElse(user);
        synchronized (known) {
            known.put(user, new Known(name, now));
            if (known.size() > MOST_KNOWN) {
                var eldest = known.entrySet().iterator();
                eldest.next();
                eldest.remove();
            }
        }
        return name;
    }
}
