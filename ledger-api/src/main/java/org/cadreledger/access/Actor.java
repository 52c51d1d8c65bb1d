package org.cadreledger.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts; arrives with every command.
 *
 * @param cadreId the cadre that the user is, if any
 * @param jurisdiction the county that the user's acts are confined to; null for all
 * @param unit the unit of a unit clerk
 */
public record Actor(
        String user,
        Set<Role> roles,
        @Nullable String cadreId,
        @Nullable String jurisdiction,
        @Nullable String unit) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean isDepartment() {
        return roles.stream().anyMatch(Role.DEPARTMENT::contains);
    }

    public boolean is(String cadre) {
        return cadre.equals(cadreId);
    }

    public boolean actsIn(String county) {
        return jurisdiction == null || jurisdiction.equals(county);
    }
}
