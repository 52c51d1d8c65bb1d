package org.cadreledger.cadre.api;

import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.cadre.Cadres;
import org.cadreledger.cadre.Cadres.Listed;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.web.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom of the register a user may see, over HTTP and on the pages alike. */
@Component
public final class RegisterReach {
    private final Cadres cadres;
    private final Reach reach;

    RegisterReach(Cadres cadres, Reach reach) {
        this.cadres = cadres;
        this.reach = reach;
    }

    /**
     * The unit that a list is about: the one asked for; of a clerk the own one.
     *
     * @return null for all units
     * @throws Refusal FORBIDDEN for a clerk without a unit
     */
    public static @Nullable String unit(Actor actor, @Nullable String asked) {
        if (!isClerkOnly(actor)) {
            return asked;
        }
        if (actor.unit() == null) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
        return actor.unit();
    }

    /** @throws Refusal FORBIDDEN, OTHER_JURISDICTION, UNKNOWN_CADRE */
    public Listed one(Actor actor, String cadreId) {
        if (!isClerkOnly(actor)) {
            reach.cadre(actor, cadreId);
        }
        Listed listed = cadres.find(cadreId).orElseThrow(() -> Refusal.of(Reason.UNKNOWN_CADRE, cadreId));
        if (isClerkOnly(actor)
                && !(listed.unit().equals(actor.unit()) && listed.jurisdiction().equals(actor.jurisdiction()))) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
        return listed;
    }

    /** Absences, grades and earlier particulars stand in the cadre's history, which fewer may read than the register. */
    public static boolean readsHistory(Actor actor, String cadreId) {
        return actor.is(cadreId) || actor.isDepartment() || actor.has(Role.LEADER) || actor.has(Role.AUDITOR);
    }

    /** A clerk sees the cadres of the own unit, and no others. */
    private static boolean isClerkOnly(Actor actor) {
        return actor.has(Role.UNIT_CLERK) && !Reach.readsOthers(actor);
    }
}
