package org.cadreledger.ledger.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.testbed.Given.claim;
import static org.cadreledger.testbed.People.APPROVER;
import static org.cadreledger.testbed.People.BOTH;
import static org.cadreledger.testbed.People.CLERK;
import static org.cadreledger.testbed.People.ELSEWHERE;
import static org.cadreledger.testbed.People.OTHER_REVIEWER;
import static org.cadreledger.testbed.People.REVIEWER;
import static org.cadreledger.testbed.Refusals.refused;
import static org.cadreledger.testbed.Refusals.refusedField;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Command;
import org.cadreledger.access.Role;
import org.cadreledger.facts.Streams;
import org.cadreledger.ledger.ApproveClaim;
import org.cadreledger.ledger.CarryOverClaim;
import org.cadreledger.ledger.ChangeClaim;
import org.cadreledger.ledger.ClaimStatus;
import org.cadreledger.ledger.RejectClaim;
import org.cadreledger.ledger.ReturnClaim;
import org.cadreledger.ledger.ScoreClaim;
import org.cadreledger.ledger.WithdrawClaim;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Reason;
import org.cadreledger.testbed.Given;
import org.cadreledger.testbed.People;
import org.cadreledger.testbed.WriteSide;
import org.cadreledger.time.Month;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReviewTest {
    private static final Actor C1 = People.cadre("c1");
    private static final ScoreClaim SCORE = new ScoreClaim("c1", "k1", null, null, null);
    private static final ApproveClaim APPROVE = new ApproveClaim("c1", "k1", null);
    private static final RejectClaim REJECT = new RejectClaim("c1", "k1", "no");
    private static final ReturnClaim RETURN = new ReturnClaim("c1", "k1", "more");
    private static final CarryOverClaim CARRY = new CarryOverClaim("c1", "k1", "not decided yet");
    private static final WithdrawClaim WITHDRAW = new WithdrawClaim("c1", "k1");
    private static final ChangeClaim CHANGE = new ChangeClaim(
            "c1",
            "k1",
            Month.parse("2026-02"),
            "A1",
            "city",
            "drought",
            java.time.LocalDate.parse("2026-02-01"),
            "else",
            List.of(Given.FILE));

    private final WriteSide write = new WriteSide();

    private ClaimStatus status() {
        return write.ledgers("c1").claim("k1").orElseThrow().status();
    }

    private void scored() {
        write.send(claim("k1"), C1);
        write.send(SCORE, REVIEWER);
    }

    /** Brings the claim k1 into that state. */
    private void inState(ClaimStatus state) {
        write.send(claim("k1"), C1);
        switch (state) {
            case DECLARED -> {}
            case SCORED -> write.send(SCORE, REVIEWER);
            case APPROVED -> {
                write.send(SCORE, REVIEWER);
                write.send(APPROVE, APPROVER);
            }
            case REJECTED -> {
                write.send(SCORE, REVIEWER);
                write.send(REJECT, APPROVER);
            }
            case RETURNED -> write.send(RETURN, REVIEWER);
            case WITHDRAWN -> write.send(WITHDRAW, C1);
        }
    }

    /** http-api.md "States of a claim": the state that a command leads to; absent where it is refused. */
    private static final Map<ClaimStatus, Map<Command<?>, ClaimStatus>> NEXT = Map.of(
            ClaimStatus.DECLARED,
            Map.of(
                    SCORE, ClaimStatus.SCORED,
                    RETURN, ClaimStatus.RETURNED,
                    CARRY, ClaimStatus.DECLARED,
                    WITHDRAW, ClaimStatus.WITHDRAWN,
                    CHANGE, ClaimStatus.DECLARED),
            ClaimStatus.SCORED,
            Map.of(
                    SCORE, ClaimStatus.SCORED,
                    APPROVE, ClaimStatus.APPROVED,
                    REJECT, ClaimStatus.REJECTED,
                    RETURN, ClaimStatus.RETURNED,
                    CARRY, ClaimStatus.SCORED),
            ClaimStatus.RETURNED,
            Map.of(
                    CARRY, ClaimStatus.RETURNED,
                    WITHDRAW, ClaimStatus.WITHDRAWN,
                    CHANGE, ClaimStatus.DECLARED),
            ClaimStatus.APPROVED,
            Map.of(),
            ClaimStatus.REJECTED,
            Map.of(),
            ClaimStatus.WITHDRAWN,
            Map.of());

    static Stream<Arguments> states_and_commands() {
        return Stream.of(ClaimStatus.values())
                .flatMap(state -> Stream.of(SCORE, APPROVE, REJECT, RETURN, CARRY, WITHDRAW, CHANGE)
                        .map(command -> Arguments.of(state, command)));
    }

    @ParameterizedTest
    @MethodSource("states_and_commands")
    void every_state_takes_its_commands_and_no_others(ClaimStatus state, Command<?> command) {
        inState(state);
        assertThat(status()).isEqualTo(state);
        boolean byCadre = command.equals(WITHDRAW) || command.equals(CHANGE);
        Actor actor = byCadre ? C1 : BOTH;
        ClaimStatus next = NEXT.getOrDefault(state, Map.of()).get(command);
        if (next == null) {
            refused(Reason.WRONG_STATE, () -> write.send(command, actor));
            assertThat(status()).isEqualTo(state);
        } else {
            write.send(command, actor);
            assertThat(status()).isEqualTo(next);
        }
    }

    @Test
    void a_claim_that_is_not_there_cannot_be_reviewed() {
        for (Command<?> command : List.of(SCORE, APPROVE, REJECT, RETURN, CARRY)) {
            refused(Reason.UNKNOWN_CLAIM, () -> write.send(command, BOTH));
        }
    }

    @Nested
    class The_preliminary_score {
        @Test
        void may_lower_the_level_and_put_the_claim_under_another_matter() {
            write.send(claim("k1"), C1);
            ScoreClaim lower = new ScoreClaim("c1", "k1", "city", "the flood of 2026", "by the city only");
            assertThat(write.send(lower, REVIEWER).points()).isEqualTo(Points.of(2));
            assertThat(write.ledgers("c1").claim("k1").orElseThrow()).satisfies(claim -> {
                assertThat(claim.level()).isEqualTo("city");
                assertThat(claim.matter()).isEqualTo("the flood of 2026");
                assertThat(claim.scorers()).containsExactly("reviewer");
            });
        }

        @Test
        void never_raises_the_level() {
            write.send(claim("k1", "2026-03", "A1", "city"), C1);
            ScoreClaim higher = new ScoreClaim("c1", "k1", "region", null, null);
            refusedField("level", "level-raised", () -> write.send(higher, REVIEWER));
        }

        @Test
        void may_go_back_up_to_what_was_claimed() {
            write.send(claim("k1"), C1);
            write.send(new ScoreClaim("c1", "k1", "city", null, null), REVIEWER);
            ScoreClaim again = new ScoreClaim("c1", "k1", "region", null, null);
            assertThat(write.send(again, OTHER_REVIEWER).points()).isEqualTo(Points.of(4));
            assertThat(write.send(SCORE, OTHER_REVIEWER).points()).isEqualTo(Points.of(8));
        }

        @Test
        void knows_only_the_levels_of_the_claims_rule() {
            write.send(claim("k1"), C1);
            refusedField(
                    "level",
                    "unknown-level",
                    () -> write.send(new ScoreClaim("c1", "k1", "moon", null, null), REVIEWER));
            write.send(claim("k2", "2026-03", "A7", null), C1);
            refusedField(
                    "level", "no-levels", () -> write.send(new ScoreClaim("c1", "k2", "city", null, null), REVIEWER));
            refusedField("matter", "required", () -> write.send(new ScoreClaim("c1", "k1", null, " ", null), REVIEWER));
        }

        @Test
        void uses_the_catalogue_of_the_month_that_the_claim_was_declared_for() {
            write.send(claim("k1", "2026-02", "A1", "national"), C1);
            write.given(Streams.CATALOGUE, null, Given.drafted(2, "9"), Given.published(2, "2026-03"));
            write.send(CARRY, REVIEWER);
            assertThat(write.send(SCORE, REVIEWER).points()).isEqualTo(Points.of(8));
        }
    }

    @Nested
    class Four_eyes {
        @Test
        void nobody_reviews_the_own_claim() {
            scored();
            for (Command<?> command : List.of(SCORE, APPROVE, REJECT, RETURN, CARRY)) {
                refused(Reason.FOUR_EYES, () -> write.send(command, People.staffCadre("c1")));
            }
        }

        @Test
        void nobody_reviews_what_one_claimed_for_another() {
            write.send(claim("k1"), CLERK);
            Actor clerkAsReviewer = new Actor("clerk", Set.of(Role.REVIEWER, Role.APPROVER), null, "j1", null);
            for (Command<?> command : List.of(SCORE, APPROVE, REJECT, RETURN, CARRY)) {
                refused(Reason.FOUR_EYES, () -> write.send(command, clerkAsReviewer));
            }
        }

        @Test
        void the_scorer_neither_approves_nor_rejects() {
            write.send(claim("k1"), C1);
            write.send(SCORE, BOTH);
            refused(Reason.FOUR_EYES, () -> write.send(APPROVE, BOTH));
            refused(Reason.FOUR_EYES, () -> write.send(REJECT, BOTH));
            write.send(SCORE, REVIEWER);
            refused(Reason.FOUR_EYES, () -> write.send(APPROVE, BOTH));
            assertThat(write.send(APPROVE, APPROVER).points()).isEqualTo(Points.of(8));
        }

        @Test
        void staff_of_another_county_may_do_nothing() {
            scored();
            for (Command<?> command : List.of(SCORE, APPROVE, REJECT, RETURN, CARRY)) {
                refused(Reason.OTHER_JURISDICTION, () -> write.send(command, ELSEWHERE));
            }
        }
    }
}
