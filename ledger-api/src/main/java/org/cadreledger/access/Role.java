package org.cadreledger.access;

import java.util.EnumSet;
import java.util.Set;

/** What a user may do (http-api.md "Roles"). The three of {@link #APART} exclude each other and all the others. */
public enum Role {
    CADRE,
    UNIT_CLERK,
    LEADER,
    REVIEWER,
    APPROVER,
    PUBLISHER,
    CATALOGUE_ADMIN,
    DISCIPLINE,
    ACCOUNT_ADMIN,
    SECURITY_ADMIN,
    AUDITOR;

    public static final Set<Role> APART = Set.of(ACCOUNT_ADMIN, SECURITY_ADMIN, AUDITOR);

    /** "Department" in http-api.md. */
    public static final Set<Role> DEPARTMENT = Set.of(REVIEWER, APPROVER, PUBLISHER, CATALOGUE_ADMIN);

    public static boolean compatible(Set<Role> roles) {
        return roles.size() == 1 || roles.stream().noneMatch(APART::contains);
    }

    public static Set<Role> all() {
        return EnumSet.allOf(Role.class);
    }
}
