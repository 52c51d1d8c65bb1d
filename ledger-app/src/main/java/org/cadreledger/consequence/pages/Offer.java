package org.cadreledger.consequence.pages;

import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.consequence.Consequence;
import org.cadreledger.consequence.Flag;

/**
 * What the reader can do about a flag.
 *
 * @param confirm priority: the department finds outstanding results
 * @param handle record the follow-up
 */
public record Offer(boolean confirm, boolean handle) {

    /** The admonition is the discipline commission's, all else the department's (domain.md "Consequences"). */
    static Offer of(Consequence one, Actor actor) {
        boolean mine = one.flag() == Flag.ADMONITION ? actor.has(Role.DISCIPLINE) : actor.isDepartment();
        boolean open = one.handled() == null && !one.withdrawn();
        boolean unconfirmed = one.flag() == Flag.PRIORITY && one.confirmed() == null;
        return new Offer(mine && open && unconfirmed, mine && open && !unconfirmed);
    }

    static boolean mayHandleCase(Actor actor) {
        return actor.isDepartment() || actor.has(Role.DISCIPLINE);
    }

    /** As message {@code consequences.state.<code>}. */
    static String state(Consequence one) {
        if (one.withdrawn()) {
            return "withdrawn";
        }
        return one.provisional() ? "provisional" : "final";
    }
}
