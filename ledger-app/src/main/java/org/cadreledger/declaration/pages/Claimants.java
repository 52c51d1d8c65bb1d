package org.cadreledger.declaration.pages;

import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.cadre.register.CadreFile;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.jurisdiction.settings.County;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Who may claim for whom: a cadre for itself, a clerk for the cadres of the own unit (http-api.md "Roles"). */
@Component
class Claimants {
    private final FreshFolds folds;

    Claimants(FreshFolds folds) {
        this.folds = folds;
    }

    /** @throws Refusal FORBIDDEN, UNKNOWN_CADRE, UNKNOWN_JURISDICTION */
    Claimant of(Actor actor, String cadreId) {
        boolean self = actor.is(cadreId);
        if (!self && !actor.has(Role.UNIT_CLERK)) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
        Claimant claimant = find(cadreId, self);
        if (!self && !isOfUnitOf(actor, claimant)) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
        return claimant;
    }

    /** @throws Refusal FORBIDDEN for everybody but the cadre */
    Claimant self(Actor actor) {
        String cadreId = actor.cadreId();
        if (cadreId == null) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
        return find(cadreId, true);
    }

    /** For who has another right to look. */
    Claimant anybody(String cadreId) {
        return find(cadreId, false);
    }

    boolean mayClaim(Actor actor, Claimant claimant) {
        return claimant.self() || (actor.has(Role.UNIT_CLERK) && isOfUnitOf(actor, claimant));
    }

    private static boolean isOfUnitOf(Actor actor, Claimant claimant) {
        return claimant.unit().equals(actor.unit()) && actor.actsIn(claimant.jurisdiction());
    }

    private Claimant find(String cadreId, boolean self) {
        CadreFile file = folds.cadre(cadreId);
        String code = file.exists() ? file.current().jurisdiction() : null;
        if (code == null) {
            throw Refusal.of(Reason.UNKNOWN_CADRE, cadreId);
        }
        County county = folds.county(code);
        if (!county.exists()) {
            throw Refusal.of(Reason.UNKNOWN_JURISDICTION, code);
        }
        return new Claimant(cadreId, file.current().name(), file.current().unit(), county, self);
    }
}
