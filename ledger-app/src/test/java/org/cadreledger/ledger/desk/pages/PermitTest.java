package org.cadreledger.ledger.desk.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.ledger.ItemStory.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the page says before somebody tries; that the rules say the same is shown by the tests of the rules and of the desk. */
class PermitTest {
    private static final Set<Role> BOTH = Set.of(Role.REVIEWER, Role.APPROVER);

    private static Actor actor(@Nullable String cadreId, Set<Role> roles) {
        return new Actor("me", roles, cadreId, null, null);
    }

    private static Permit.Item item(State state, Set<String> begunBy, Set<String> scoredBy) {
        return new Permit.Item("c1", state, begunBy, scoredBy);
    }

    /** The reasons in the order of the page, {@code open} where there is none. */
    private static List<String> why(List<Permit> permits) {
        return permits.stream()
                .map(permit -> Objects.requireNonNullElse(permit.why(), "open"))
                .toList();
    }

    @Test
    void a_declared_claim_is_scored_or_returned_and_not_yet_decided() {
        assertThat(why(Permit.ofClaim(actor(null, BOTH), item(State.DECLARED, Set.of("li"), Set.of()))))
                .containsExactly("open", "not-scored", "not-scored", "open", "open");
    }

    @Test
    void who_scored_does_not_decide_but_may_score_again() {
        assertThat(why(Permit.ofClaim(actor(null, BOTH), item(State.SCORED, Set.of("li"), Set.of("me", "wang")))))
                .containsExactly("open", "scored", "scored", "open", "open");
    }

    @Test
    void nobody_acts_on_their_own_nor_on_what_they_declared_for_another() {
        assertThat(why(Permit.ofClaim(actor("c1", BOTH), item(State.SCORED, Set.of("li"), Set.of("wang")))))
                .containsOnly("own");
        assertThat(why(Permit.ofClaim(actor(null, BOTH), item(State.SCORED, Set.of("me"), Set.of("wang")))))
                .containsOnly("claimed");
    }

    @Test
    void everybody_hears_of_the_role_first() {
        assertThat(why(Permit.ofClaim(
                        actor(null, Set.of(Role.APPROVER)), item(State.DECLARED, Set.of("me"), Set.of()))))
                .containsExactly("role-reviewer", "claimed", "claimed", "claimed", "claimed");
        assertThat(why(Permit.ofEntry(
                        actor(null, Set.of(Role.REVIEWER)), item(State.UNCONFIRMED, Set.of("me"), Set.of()))))
                .containsExactly("role-approver", "role-approver", "open");
    }

    @Test
    void who_only_reads_is_offered_nothing_open_or_shut() {
        Actor leader = actor(null, Set.of(Role.LEADER));
        assertThat(Permit.ofClaim(leader, item(State.DECLARED, Set.of("li"), Set.of())))
                .isEmpty();
        assertThat(Permit.ofEntry(leader, item(State.UNCONFIRMED, Set.of("li"), Set.of())))
                .isEmpty();
    }

    @Test
    void a_returned_claim_waits_and_a_decided_one_is_over() {
        assertThat(why(Permit.ofClaim(actor(null, BOTH), item(State.RETURNED, Set.of("li"), Set.of()))))
                .containsExactly("returned", "returned", "returned", "returned", "open");
        assertThat(why(Permit.ofClaim(actor(null, BOTH), item(State.APPROVED, Set.of("li"), Set.of("wang")))))
                .containsOnly("decided");
    }

    @Test
    void who_entered_does_not_confirm() {
        assertThat(why(Permit.ofEntry(actor(null, BOTH), item(State.UNCONFIRMED, Set.of("me"), Set.of()))))
                .containsExactly("entered", "entered", "open");
        assertThat(why(Permit.ofEntry(actor(null, BOTH), item(State.CONFIRMED, Set.of("li"), Set.of()))))
                .containsOnly("decided");
    }
}
