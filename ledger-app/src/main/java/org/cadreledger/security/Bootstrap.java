package org.cadreledger.security;

import java.util.Set;
import org.cadreledger.access.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first account, without which no other could be made. */
final class Bootstrap {
    static final String ADMIN = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(Bootstrap.class);

    private final Users users;
    private final Passwords passwords;
    private final @Nullable String given;

    /** @param given password from the settings; null for a random one */
    Bootstrap(Users users, Passwords passwords, @Nullable String given) {
        this.users = users;
        this.passwords = passwords;
        this.given = given;
    }

    /** @throws IllegalStateException when the given password is too short to be one */
    void run() {
        if (users.find(ADMIN).isPresent()) {
            return;
        }
        String password = given == null ? Secrets.token() : given;
        if (password.length() < Passwords.SHORTEST || password.length() > Passwords.LONGEST) {
            throw new IllegalStateException("LEDGER_SECURITY_BOOTSTRAP_PASSWORD must have " + Passwords.SHORTEST
                    + " to " + Passwords.LONGEST + " characters");
        }
        User admin = new User(
                ADMIN, ADMIN, Set.of(Role.ACCOUNT_ADMIN), null, null, null, passwords.hash(password), false, 0);
        if (users.add(admin) && given == null) {
            LOG.warn("created the user {} with the password {} - it is shown this once", ADMIN, password);
        }
    }
}
