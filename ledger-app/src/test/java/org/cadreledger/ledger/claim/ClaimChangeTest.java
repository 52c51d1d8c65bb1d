package org.cadreledger.ledger.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.testbed.Given.claim;
import static org.cadreledger.testbed.People.APPROVER;
import static org.cadreledger.testbed.People.REVIEWER;
import static org.cadreledger.testbed.Refusals.refused;
import static org.cadreledger.testbed.Refusals.refusedField;

import org.cadreledger.access.Actor;
import org.cadreledger.ledger.ApproveClaim;
import org.cadreledger.ledger.ChangeClaim;
import org.cadreledger.ledger.ClaimBonus;
import org.cadreledger.ledger.ClaimStatus;
import org.cadreledger.ledger.LedgerEvent.ClaimChanged;
import org.cadreledger.ledger.ReturnClaim;
import org.cadreledger.ledger.ReverseEntry;
import org.cadreledger.ledger.ScoreClaim;
import org.cadreledger.ledger.WithdrawClaim;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Reason;
import org.cadreledger.testbed.People;
import org.cadreledger.testbed.WriteSide;
import org.cadreledger.time.Month;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClaimChangeTest {
    private static final Actor C1 = People.cadre("c1");
    private final WriteSide write = new WriteSide();

    private static ChangeClaim change(ClaimBonus c, String account) {
        return ClaimTest.change(c, account);
    }

    @Nested
    class A_rule_that_may_be_used_once {
        private void refusedAgain(String month, String rule) {
            refused(Reason.RULE_USED, () -> write.send(claim("again", month, rule, null), C1));
        }

        @Test
        void a_month_is_free_again_the_month_after() {
            write.send(claim("k1", "2026-02", "AM", null), C1);
            refusedAgain("2026-02", "AM");
            assertThat(write.send(claim("k2", "2026-03", "AM", null), C1).claimId())
                    .isEqualTo("k2");
        }

        @Test
        void a_quarter_is_used_by_any_month_of_it() {
            write.send(claim("k1", "2026-01", "AQ", null), C1);
            refusedAgain("2026-03", "AQ");
            write.on("2026-04-01");
            assertThat(write.send(claim("k2", "2026-04", "AQ", null), C1).claimId())
                    .isEqualTo("k2");
        }

        @Test
        void a_year_is_used_while_open_or_counting_and_free_when_withdrawn_or_reversed() {
            write.send(claim("k1", "2026-01", "A3", null), C1);
            refusedAgain("2026-03", "A3");
            write.send(new WithdrawClaim("c1", "k1"), C1);
            write.send(claim("k2", "2026-01", "A3", null), C1);
            write.send(new ScoreClaim("c1", "k2", null, null, null), REVIEWER);
            write.send(new ApproveClaim("c1", "k2", null), APPROVER);
            refusedAgain("2026-03", "A3");
            write.send(new ReverseEntry("c1", "k2", "mistake", false), APPROVER);
            assertThat(write.send(claim("k3", "2026-03", "A3", null), C1).claimId())
                    .isEqualTo("k3");
        }

        @Test
        void does_not_stand_in_the_way_of_its_own_change() {
            ClaimBonus first = claim("k1", "2026-03", "A3", null);
            write.send(first, C1);
            assertThat(write.send(change(first, "better told"), C1).points()).isEqualTo(Points.of(1));
        }
    }

    @Nested
    class A_change {
        @Test
        void replaces_the_whole_claim_and_may_move_it_to_another_month_and_year() {
            write.on("2027-01-10");
            write.send(claim("k1", "2026-12", "A7", null), C1);
            write.send(change(claim("k1", "2027-01", "A1", "city"), "else"), C1);
            assertThat(write.lastCommit()).singleElement().isInstanceOf(ClaimChanged.class);
            assertThat(write.lastRecords().getFirst().stream()).isEqualTo("ledger:c1:2026");
            assertThat(write.ledgers("c1").claim("k1").orElseThrow()).satisfies(claim -> {
                assertThat(claim.month()).isEqualTo(Month.parse("2027-01"));
                assertThat(claim.points()).isEqualTo(Points.of(2));
                assertThat(claim.status()).isEqualTo(ClaimStatus.DECLARED);
            });
        }

        @Test
        void declares_a_returned_claim_again() {
            write.send(claim("k1"), C1);
            write.send(new ReturnClaim("c1", "k1", "which flood?"), REVIEWER);
            write.send(change(claim("k1"), "what was done"), C1);
            assertThat(write.ledgers("c1").claim("k1").orElseThrow().status()).isEqualTo(ClaimStatus.DECLARED);
        }

        @Test
        void repeated_changes_nothing_even_after_the_score() {
            write.send(claim("k1"), C1);
            write.send(change(claim("k1"), "else"), C1);
            write.send(new ScoreClaim("c1", "k1", null, null, null), REVIEWER);
            long end = write.log.end();
            write.send(change(claim("k1"), "else"), C1);
            assertThat(write.log.end()).isEqualTo(end);
            refused(Reason.WRONG_STATE, () -> write.send(change(claim("k1"), "more"), C1));
        }

        @Test
        void obeys_the_same_rules_as_a_claim() {
            write.send(claim("k1"), C1);
            write.closed("2026-01");
            refused(Reason.MONTH_CLOSED, () -> write.send(change(claim("k1", "2026-01", "A7", null), "x"), C1));
            refusedField("rule", "unknown-rule", () -> write.send(change(claim("k1", "2026-03", "Z", null), "x"), C1));
        }

        @Test
        void of_an_unknown_claim_is_refused() {
            refused(Reason.UNKNOWN_CLAIM, () -> write.send(change(claim("k1"), "x"), C1));
            refused(Reason.UNKNOWN_CLAIM, () -> write.send(new WithdrawClaim("c1", "k1"), C1));
        }
    }
}
