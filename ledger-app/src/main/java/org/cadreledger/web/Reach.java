package org.cadreledger.web;

import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose data a user may read: a cadre its own, staff those of their county (http-api.md "Resources"). */
@Component
public final class Reach {
    private final FreshFolds folds;

    Reach(FreshFolds folds) {
        this.folds = folds;
    }

    /**
     * The county that a list is about: the one asked for, else the user's own.
     *
     * @return null for all counties
     * @throws Refusal OTHER_JURISDICTION
     */
    public @Nullable String countyOrAll(Actor actor, @Nullable String asked) {
        if (asked == null) {
            return home(actor);
        }
        return county(actor, asked);
    }

    /** @throws Refusal OTHER_JURISDICTION; INVALID_CONTENT when none is named and the user has none */
    public String county(Actor actor, @Nullable String asked) {
        String county = asked == null ? home(actor) : asked;
        if (county == null) {
            throw Refusal.field("jurisdiction", "required");
        }
        if (!Checks.isId(county)) {
            throw Refusal.field("jurisdiction", "id");
        }
        if (!isOnlyCadre(actor) && !actor.actsIn(county)) {
            throw Refusal.of(Reason.OTHER_JURISDICTION);
        }
        return county;
    }

    /** The county of the account; of a cadre the one it is in now, whatever its account was opened with. */
    private @Nullable String home(Actor actor) {
        String cadreId = actor.cadreId();
        CadreFile file = cadreId == null || !isOnlyCadre(actor) ? CadreFile.EMPTY : folds.cadre(cadreId);
        return file.exists() ? file.current().jurisdiction() : actor.jurisdiction();
    }

    /** "A staff user with a jurisdiction acts only there": cadres move, and what all may read they may read anywhere. */
    private static boolean isOnlyCadre(Actor actor) {
        return actor.roles().equals(Set.of(Role.CADRE));
    }

    /** @throws Refusal OTHER_JURISDICTION, UNKNOWN_JURISDICTION, INVALID_CONTENT */
    public String knownCounty(Actor actor, @Nullable String asked) {
        String county = county(actor, asked);
        if (!folds.county(county).exists()) {
            throw Refusal.of(Reason.UNKNOWN_JURISDICTION, county);
        }
        return county;
    }

    /**
     * A cadre's own, or staff with reach over its county.
     *
     * @throws Refusal FORBIDDEN, OTHER_JURISDICTION, UNKNOWN_CADRE
     */
    public void cadre(Actor actor, String cadreId) {
        if (actor.is(cadreId)) {
            return;
        }
        if (!readsOthers(actor)) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
        staffOf(actor, cadreId);
    }

    /** @throws Refusal UNKNOWN_CADRE, OTHER_JURISDICTION */
    public void staffOf(Actor actor, String cadreId) {
        CadreFile file = folds.cadre(cadreId);
        if (!file.exists()) {
            throw Refusal.of(Reason.UNKNOWN_CADRE, cadreId);
        }
        String county = file.current().jurisdiction();
        if (county == null || !actor.actsIn(county)) {
            throw Refusal.of(Reason.OTHER_JURISDICTION);
        }
    }

    /** Whether the user's roles are about other people at all. */
    public static boolean readsOthers(Actor actor) {
        return actor.isDepartment() || actor.has(Role.LEADER) || actor.has(Role.DISCIPLINE) || actor.has(Role.AUDITOR);
    }

    /** @throws Refusal FORBIDDEN when the user is another cadre, or none */
    public static void own(Actor actor, String cadreId) {
        if (!actor.is(cadreId)) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
    }
}
