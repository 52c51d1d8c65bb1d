package org.cadreledger.security;

import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * An account.
 *
 * @param generation grows when the password changes or the account is disabled: tokens of an earlier one are void
 */
record User(
        String username,
        String displayName,
        Set<Role> roles,
        @Nullable String cadreId,
        @Nullable String jurisdiction,
        @Nullable String unit,
        String passwordHash,
        boolean disabled,
        long generation) {

    User {
        roles = Set.copyOf(roles);
    }

    Actor actor() {
        return new Actor(username, roles, cadreId, jurisdiction, unit);
    }

    Accounts.Account account() {
        return new Accounts.Account(
                username, displayName, roles.stream().sorted().toList(), cadreId, jurisdiction, unit, disabled);
    }

    /** Whether another account has the same particulars, passwords aside. */
    boolean sameAs(User other) {
        return withSecretsOf(other).equals(other);
    }

    User withHash(String hash) {
        return new User(username, displayName, roles, cadreId, jurisdiction, unit, hash, disabled, generation);
    }

    private User withSecretsOf(User other) {
        return new User(
                username,
                displayName,
                roles,
                cadreId,
                jurisdiction,
                unit,
                other.passwordHash,
                other.disabled,
                other.generation);
    }
}
