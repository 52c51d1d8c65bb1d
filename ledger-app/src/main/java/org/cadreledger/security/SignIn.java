package org.cadreledger.security;

import java.time.Instant;
import java.util.Optional;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.Checks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Name and password for a token: one door for the API and for the pages. */
public final class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    private final Users users;
    private final Tokens tokens;
    private final Passwords passwords;
    private final SignInThrottle throttle;

    SignIn(Users users, Tokens tokens, Passwords passwords, SignInThrottle throttle) {
        this.users = users;
        this.tokens = tokens;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** A new token; the only time that its text is seen. */
    public record Issued(String token, Instant expiresAt) {}

    /**
     * @param address where the attempt comes from, for the throttle
     * @throws Refusal UNAUTHENTICATED, TOO_MANY_ATTEMPTS with the seconds to wait
     */
    public Issued with(String username, String password, String address) {
        int wait = throttle.secondsToWait(username, address);
        if (wait > 0) {
            throw Refusal.of(Reason.TOO_MANY_ATTEMPTS, wait);
        }
        Optional<User> user = Checks.isId(username) ? users.find(username) : Optional.empty();
        boolean right = password.length() <= Passwords.LONGEST
                && passwords.matches(password, user.map(User::passwordHash).orElse(null));
        if (!right || user.isEmpty() || user.get().disabled()) {
            throttle.failed(username, address);
            LOG.info("failed sign-in from {}", address);
            throw Refusal.of(Reason.UNAUTHENTICATED);
        }
        throttle.succeeded(username, address);
        return tokens.issue(user.get());
    }

    /** The token signs nobody in any more. */
    public void out(String token) {
        tokens.revoke(token);
    }
}
