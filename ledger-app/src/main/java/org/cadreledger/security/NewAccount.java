package org.cadreledger.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.cadreledger.access.Role;
import org.cadreledger.web.Checks;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /users}, and the form of a new account. */
public record NewAccount(
        @Nullable String username,
        @Nullable String password,
        @Nullable String displayName,
        @Nullable List<@Nullable String> roles,
        @Nullable String cadreId,
        @Nullable String jurisdiction,
        @Nullable String unit) {

    /** The account without its password's hash. */
    User checked() {
        Checks checks = new Checks();
        Set<Role> held = roles(checks);
        checkPassword(checks, password);
        if (held.contains(Role.CADRE) && cadreId == null) {
            checks.problem("cadreId", "required");
        }
        if (held.contains(Role.UNIT_CLERK)) {
            if (unit == null) {
                checks.problem("unit", "required");
            }
            if (jurisdiction == null) {
                checks.problem("jurisdiction", "required");
            }
        }
        return checks.valid(new User(
                checks.id("username", username),
                checks.line("displayName", displayName, Checks.NAME),
                held,
                checks.optionalId("cadreId", cadreId),
                checks.optionalId("jurisdiction", jurisdiction),
                checks.optionalLine("unit", unit, Checks.NAME),
                "",
                false,
                0));
    }

    private Set<Role> roles(Checks checks) {
        List<Role> named = checks.list(
                "roles", roles, 1, Role.values().length, (place, role) -> checks.choice(place, role, Role.class));
        Set<Role> held = EnumSet.noneOf(Role.class);
        held.addAll(named);
        if (!held.isEmpty() && !Role.compatible(held)) {
            checks.problem("roles", "roles-exclude");
        }
        return held;
    }

    /** @return the password */
    static String checkPassword(Checks checks, @Nullable String password) {
        if (password == null) {
            checks.problem("password", "required");
            return "";
        }
        int length = password.codePointCount(0, password.length());
        // half a character cannot be sent in a sign-in, nor can a colon be mistaken: only the first one divides
        boolean encodable = java.nio.charset.StandardCharsets.UTF_8.newEncoder().canEncode(password);
        if (length < Passwords.SHORTEST || password.length() > Passwords.LONGEST || !encodable) {
            checks.problem("password", "password", Passwords.SHORTEST, Passwords.LONGEST);
        }
        return password;
    }
}
