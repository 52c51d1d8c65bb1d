package org.cadreledger.ledger.desk.pages;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.ledger.ItemStory.State;
import org.jspecify.annotations.Nullable;

/**
 * Whether an act is open to somebody, so that the page can say why not before it is tried; the rules themselves decide once more
 * when it is done ({@code ledger.review}, {@code ledger.deduction}). Pure.
 *
 * @param why message {@code permit.<why>}; null when it is open
 */
public record Permit(Act act, @Nullable String why) {

    /**
     * Who has done what with an item so far.
     *
     * @param begunBy users who declared, changed or entered it
     * @param scoredBy users who gave a preliminary score
     */
    record Item(String cadreId, State state, Set<String> begunBy, Set<String> scoredBy) {
        Item {
            begunBy = Set.copyOf(begunBy);
            scoredBy = Set.copyOf(scoredBy);
        }
    }

    /** Whether the desks are somebody's work at all, and not only theirs to read. */
    static boolean decides(Actor actor) {
        return actor.has(Role.REVIEWER) || actor.has(Role.APPROVER);
    }

    /** @return of a claim, in the order of the page; empty for who only reads */
    static List<Permit> ofClaim(Actor actor, Item item) {
        if (!decides(actor)) {
            return List.of();
        }
        return List.of(
                permit(Act.SCORE, actor, item, Set.of(Role.REVIEWER), Set.of(State.DECLARED, State.SCORED)),
                permit(Act.APPROVE, actor, item, Set.of(Role.APPROVER), Set.of(State.SCORED)),
                permit(Act.REJECT, actor, item, Set.of(Role.APPROVER), Set.of(State.SCORED)),
                permit(
                        Act.RETURN,
                        actor,
                        item,
                        Set.of(Role.REVIEWER, Role.APPROVER),
                        Set.of(State.DECLARED, State.SCORED)),
                permit(
                        Act.CARRY_OVER,
                        actor,
                        item,
                        Set.of(Role.REVIEWER, Role.APPROVER),
                        Set.of(State.DECLARED, State.SCORED, State.RETURNED)));
    }

    /** @return of what the department entered, in the order of the page; empty for who only reads */
    static List<Permit> ofEntry(Actor actor, Item item) {
        if (!decides(actor)) {
            return List.of();
        }
        Set<State> open = Set.of(State.UNCONFIRMED);
        return List.of(
                permit(Act.CONFIRM, actor, item, Set.of(Role.APPROVER), open),
                permit(Act.DISMISS, actor, item, Set.of(Role.APPROVER), open),
                permit(Act.CARRY_OVER_ENTRY, actor, item, Set.of(Role.REVIEWER, Role.APPROVER), open));
    }

    private static Permit permit(Act act, Actor actor, Item item, Set<Role> roles, Set<State> states) {
        return new Permit(act, why(act, actor, item, roles, states));
    }

    /** Roles first: what is not one's work at all is said as such; then four eyes, then the state. */
    private static @Nullable String why(Act act, Actor actor, Item item, Set<Role> roles, Set<State> states) {
        if (Stream.of(Role.values()).noneMatch(role -> roles.contains(role) && actor.has(role))) {
            return roles.contains(Role.REVIEWER) ? "role-reviewer" : "role-approver";
        }
        String eyes = fourEyes(act, actor, item);
        if (eyes != null) {
            return eyes;
        }
        if (states.contains(item.state())) {
            return null;
        }
        return item.state() == State.DECLARED ? "not-scored" : item.state() == State.RETURNED ? "returned" : "decided";
    }

    /** domain.md "Cycle", 1: nobody decides on their own, nor takes the second step after the first. */
    private static @Nullable String fourEyes(Act act, Actor actor, Item item) {
        if (actor.is(item.cadreId())) {
            return "own";
        }
        boolean begun = item.begunBy().contains(actor.user());
        return switch (act) {
            case SCORE, RETURN, CARRY_OVER -> begun ? "claimed" : null;
            case APPROVE, REJECT -> begun ? "claimed" : item.scoredBy().contains(actor.user()) ? "scored" : null;
            case CONFIRM, DISMISS -> begun ? "entered" : null;
            case CARRY_OVER_ENTRY -> null;
        };
    }

    public boolean open() {
        return why == null;
    }

    /** For messages, classes and keys, for example {@code approve}. */
    public String name() {
        return act.path();
    }

    /** Stands beside the word. */
    public String icon() {
        return switch (act) {
            case SCORE -> "progress-check";
            case APPROVE, CONFIRM -> "circle-check";
            case REJECT, DISMISS -> "circle-x";
            case RETURN -> "arrow-back-up";
            case CARRY_OVER, CARRY_OVER_ENTRY -> "calendar-plus";
        };
    }
}
