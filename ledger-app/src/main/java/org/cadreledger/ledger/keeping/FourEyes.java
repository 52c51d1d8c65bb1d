package org.cadreledger.ledger.keeping;

import java.util.Collection;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.refusal.Reason;
import org.cadreledger.refusal.Refusal;

/** Who may act on whose books: reach, and nobody alone (domain.md "Cycle", 1; http-api.md "Roles"). */
public final class FourEyes {
    private FourEyes() {}

    /** A staff user with a county acts only there. */
    public static void requireReach(Actor actor, String jurisdiction) {
        if (!actor.actsIn(jurisdiction)) {
            throw Refusal.of(Reason.OTHER_JURISDICTION, jurisdiction);
        }
    }

    /** A cadre acts on the own books only; a clerk for the cadres of the own unit. */
    public static void requireClaimant(LedgerFacts facts) {
        Actor actor = facts.actor();
        if (actor.is(facts.cadreId())) {
            return;
        }
        if (!actor.has(Role.UNIT_CLERK)) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
        requireReach(actor, facts.jurisdiction());
        if (!facts.unit().equals(actor.unit())) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
    }

    /** Only the cadre in person. */
    public static void requireSelf(Actor actor, String cadreId) {
        if (!actor.is(cadreId)) {
            throw Refusal.of(Reason.FORBIDDEN);
        }
    }

    /** Nobody decides on the own books. */
    public static void requireOther(Actor actor, String cadreId) {
        if (actor.is(cadreId)) {
            throw Refusal.of(Reason.FOUR_EYES);
        }
    }

    /** Nobody takes the step after one that is the own. */
    public static void requireNotAmong(Actor actor, Collection<String> users) {
        if (users.contains(actor.user())) {
            throw Refusal.of(Reason.FOUR_EYES);
        }
    }
}
