package org.cadreledger.testbed;

import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;

/** Users that tests act as. */
public final class People {
    public static final Actor REVIEWER = staff("reviewer", Role.REVIEWER);
    public static final Actor OTHER_REVIEWER = staff("reviewer-2", Role.REVIEWER);
    public static final Actor APPROVER = staff("approver", Role.APPROVER);
    public static final Actor OTHER_APPROVER = staff("approver-2", Role.APPROVER);
    public static final Actor BOTH = new Actor("both", Set.of(Role.REVIEWER, Role.APPROVER), null, null, null);
    public static final Actor PUBLISHER = staff("publisher", Role.PUBLISHER);
    public static final Actor ELSEWHERE =
            new Actor("elsewhere", Set.of(Role.REVIEWER, Role.APPROVER, Role.PUBLISHER), null, "j2", null);
    public static final Actor CLERK = new Actor("clerk", Set.of(Role.UNIT_CLERK), null, "j1", "unit-1");
    public static final Actor OTHER_CLERK = new Actor("clerk-2", Set.of(Role.UNIT_CLERK), null, "j1", "unit-2");
    public static final Actor SYSTEM = new Actor("system", Set.of(Role.PUBLISHER), null, null, null);

    private People() {}

    private static Actor staff(String user, Role role) {
        return new Actor(user, Set.of(role), null, null, null);
    }

    public static Actor cadre(String cadreId) {
        return new Actor("user-" + cadreId, Set.of(Role.CADRE), cadreId, null, null);
    }

    /** A department user who is a cadre of the register too. */
    public static Actor staffCadre(String cadreId) {
        return new Actor("staff-" + cadreId, Set.of(Role.REVIEWER, Role.APPROVER), cadreId, null, null);
    }
}
