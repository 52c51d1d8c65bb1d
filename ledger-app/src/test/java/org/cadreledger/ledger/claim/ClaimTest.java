package org.cadreledger.ledger.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.testbed.Given.claim;
import static org.cadreledger.testbed.People.APPROVER;
import static org.cadreledger.testbed.People.CLERK;
import static org.cadreledger.testbed.People.OTHER_CLERK;
import static org.cadreledger.testbed.People.REVIEWER;
import static org.cadreledger.testbed.Refusals.refused;
import static org.cadreledger.testbed.Refusals.refusedField;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.facts.Streams;
import org.cadreledger.ledger.ApproveClaim;
import org.cadreledger.ledger.ChangeClaim;
import org.cadreledger.ledger.ClaimBonus;
import org.cadreledger.ledger.ClaimBonus.Claimed;
import org.cadreledger.ledger.DeclareMonth;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.ledger.LedgerEvent.BonusClaimed;
import org.cadreledger.ledger.LedgerEvent.MonthDeclared;
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

class ClaimTest {
    private static final Actor C1 = People.cadre("c1");
    private final WriteSide write = new WriteSide();

    private static ClaimBonus with(ClaimBonus c, LocalDate occurredOn, String matter, List<EvidenceRef> evidence) {
        return new ClaimBonus(
                c.cadreId(), c.claimId(), c.month(), c.rule(), c.level(), matter, occurredOn, c.account(), evidence);
    }

    static ChangeClaim change(ClaimBonus c, String account) {
        return new ChangeClaim(
                c.cadreId(), "k1", c.month(), c.rule(), c.level(), c.matter(), c.occurredOn(), account, c.evidence());
    }

    @Nested
    class A_claim {
        @Test
        void carries_points_and_version_of_its_months_catalogue() {
            Claimed claimed = write.send(claim("k1"), C1);
            assertThat(claimed).isEqualTo(new Claimed("k1", Points.of(8)));
            assertThat(write.lastCommit()).singleElement().isInstanceOfSatisfying(BonusClaimed.class, e -> {
                assertThat(e.catalogue()).isEqualTo(1);
                assertThat(e.points()).isEqualTo(Points.of(8));
                assertThat(e.account()).isEqualTo("what was done");
            });
            assertThat(write.lastRecords().getFirst().stream()).isEqualTo("ledger:c1:2026");
            assertThat(write.lastRecords().getFirst().jurisdiction()).isEqualTo("j1");
            assertThat(write.lastRecords().getFirst().by()).isEqualTo("user-c1");
        }

        @Test
        void of_a_month_before_the_second_version_is_priced_by_the_first() {
            write.given(Streams.CATALOGUE, null, Given.drafted(2, "9"), Given.published(2, "2026-03"));
            assertThat(write.send(claim("k1", "2026-02", "A1", "national"), C1).points())
                    .isEqualTo(Points.of(8));
            assertThat(write.send(claim("k2", "2026-03", "A1", "national"), C1).points())
                    .isEqualTo(Points.of(9));
        }

        @Test
        void gets_an_id_that_follows_from_the_commands_key() {
            Claimed first = write.send(claim(null, "2026-03", "A7", null), C1, "user/a/1");
            Claimed again = write.send(claim(null, "2026-03", "A7", null), C1, "user/a/1");
            Claimed other = write.send(claim(null, "2026-03", "A7", null), C1, "user/a/2");
            assertThat(first.claimId()).hasSize(20).isEqualTo(again.claimId()).isNotEqualTo(other.claimId());
        }

        @Test
        void is_for_a_month_from_the_first_to_the_current_one_in_the_countys_zone() {
            refusedField("month", "before-first-month", () -> write.send(claim("k1", "2025-12", "A7", null), C1));
            refusedField("month", "future", () -> write.send(claim("k1", "2026-04", "A7", null), C1));
            write.now = java.time.Instant.parse("2026-03-31T16:00:00Z");
            assertThat(write.send(claim("k1", "2026-04", "A7", null), C1).claimId())
                    .isEqualTo("k1");
        }

        @Test
        void of_a_closed_month_is_too_late() {
            write.closed("2026-01");
            refused(Reason.MONTH_CLOSED, () -> write.send(claim("k1", "2026-01", "A7", null), C1));
        }

        @Test
        void of_something_to_come_is_refused() {
            ClaimBonus tomorrow = with(claim("k1"), LocalDate.parse("2026-03-16"), "m", List.of(Given.FILE));
            refusedField("occurredOn", "future", () -> write.send(tomorrow, C1));
        }

        @Test
        void needs_a_rule_of_the_catalogue_for_bonuses() {
            refusedField("rule", "unknown-rule", () -> write.send(claim("k1", "2026-03", "Z9", null), C1));
            refusedField("rule", "wrong-kind", () -> write.send(claim("k1", "2026-03", "N1", null), C1));
        }

        @Test
        void needs_a_level_just_when_its_rule_has_some() {
            refusedField("level", "level-required", () -> write.send(claim("k1", "2026-03", "A1", null), C1));
            refusedField("level", "unknown-level", () -> write.send(claim("k1", "2026-03", "A1", "moon"), C1));
            refusedField("level", "no-levels", () -> write.send(claim("k1", "2026-03", "A7", "city"), C1));
        }

        @Test
        void needs_evidence_where_its_rule_asks_for_it() {
            ClaimBonus bare = with(claim("k1"), LocalDate.parse("2026-03-01"), "m", List.of());
            refusedField("evidence", "evidence-required", () -> write.send(bare, C1));
            ClaimBonus grade = with(claim("k1", "2026-03", "A3", null), LocalDate.parse("2026-03-01"), "m", List.of());
            assertThat(write.send(grade, C1).points()).isEqualTo(Points.of(1));
        }

        @Test
        void needs_a_matter_of_at_most_200_characters_and_a_fit_id() {
            LocalDate day = LocalDate.parse("2026-03-01");
            refusedField("matter", "required", () -> write.send(with(claim("k1"), day, " ", List.of(Given.FILE)), C1));
            refusedField(
                    "matter",
                    "too-long",
                    () -> write.send(with(claim("k1"), day, "x".repeat(201), List.of(Given.FILE)), C1));
            refusedField("claimId", "bad-id", () -> write.send(claim("no/slash"), C1));
        }

        @Test
        void of_nobody_is_refused() {
            ClaimBonus c = claim("k1");
            ClaimBonus ghost = new ClaimBonus(
                    "ghost",
                    "k1",
                    c.month(),
                    c.rule(),
                    c.level(),
                    c.matter(),
                    c.occurredOn(),
                    c.account(),
                    c.evidence());
            refused(Reason.UNKNOWN_CADRE, () -> write.send(ghost, People.cadre("ghost")));
        }
    }

    @Nested
    class Only_the_cadre_and_its_units_clerk {
        @Test
        void may_claim() {
            assertThat(write.send(claim("k1"), CLERK).claimId()).isEqualTo("k1");
            refused(Reason.FORBIDDEN, () -> write.send(claim("k2"), People.cadre("c2")));
            refused(Reason.FORBIDDEN, () -> write.send(claim("k2"), OTHER_CLERK));
            refused(Reason.FORBIDDEN, () -> write.send(claim("k2"), REVIEWER));
            Actor away = new Actor("away", Set.of(Role.UNIT_CLERK), null, "j2", "unit-1");
            refused(Reason.OTHER_JURISDICTION, () -> write.send(claim("k2"), away));
        }

        @Test
        void may_withdraw_and_change_and_only_the_cadre_declares() {
            write.send(claim("k1"), C1);
            refused(Reason.FORBIDDEN, () -> write.send(new WithdrawClaim("c1", "k1"), People.cadre("c2")));
            refused(Reason.FORBIDDEN, () -> write.send(change(claim("k1"), "else"), People.cadre("c2")));
            DeclareMonth declare = new DeclareMonth("c1", Month.parse("2026-03"), null);
            refused(Reason.FORBIDDEN, () -> write.send(declare, People.cadre("c2")));
            refused(Reason.FORBIDDEN, () -> write.send(declare, CLERK));
        }
    }

    @Nested
    class The_same_id {
        @Test
        void with_the_same_content_is_a_repeat() {
            write.send(claim("k1"), C1);
            long end = write.log.end();
            assertThat(write.send(claim("k1"), C1)).isEqualTo(new Claimed("k1", Points.of(8)));
            assertThat(write.log.end()).isEqualTo(end);
        }

        @Test
        void is_a_repeat_also_when_the_claim_was_approved_and_the_month_closed() {
            write.send(claim("k1"), C1);
            write.send(new ScoreClaim("c1", "k1", "city", null, null), REVIEWER);
            write.send(new ApproveClaim("c1", "k1", null), APPROVER);
            write.on("2026-04-02").closed("2026-01", "2026-02", "2026-03");
            assertThat(write.send(claim("k1"), C1)).isEqualTo(new Claimed("k1", Points.of(8)));
        }

        @Test
        void with_other_content_is_taken() {
            write.send(claim("k1"), C1);
            refused(Reason.ID_TAKEN, () -> write.send(claim("k1", "2026-03", "A1", "city"), C1));
            refused(Reason.ID_TAKEN, () -> write.send(claim("k1", "2026-02", "A1", "national"), C1));
        }

        @Test
        void is_taken_over_all_years_of_a_cadre() {
            write.on("2027-01-10");
            write.send(claim("k1", "2026-12", "A7", null), C1);
            refused(Reason.ID_TAKEN, () -> write.send(claim("k1", "2027-01", "A7", null), C1));
        }

        @Test
        void is_taken_by_a_deduction_too() {
            write.send(Given.deduction("d1"), REVIEWER);
            refused(Reason.ID_TAKEN, () -> write.send(claim("d1"), C1));
        }

        @Test
        void is_a_repeat_of_what_was_said_first_and_of_what_was_said_last() {
            write.send(claim("k1"), C1);
            ClaimBonus lower = claim("k1", "2026-03", "A1", "city");
            write.send(change(lower, lower.account()), C1);
            assertThat(write.send(claim("k1"), C1).points()).isEqualTo(Points.of(8));
            assertThat(write.send(lower, C1).points()).isEqualTo(Points.of(2));
        }
    }

    @Nested
    class Declaring_a_month {
        private final Month march = Month.parse("2026-03");

        @Test
        void is_noted_once_for_the_same_statement() {
            write.send(new DeclareMonth("c1", march, "that is all"), C1);
            assertThat(write.lastCommit()).containsExactly(new MonthDeclared("c1", march, "that is all"));
            long end = write.log.end();
            write.send(new DeclareMonth("c1", march, "that is all"), C1);
            assertThat(write.log.end()).isEqualTo(end);
            write.send(new DeclareMonth("c1", march, "no, more"), C1);
            assertThat(write.log.end()).isEqualTo(end + 1);
        }

        @Test
        void is_for_a_month_that_is_not_to_come_and_not_closed() {
            refusedField("month", "future", () -> write.send(new DeclareMonth("c1", Month.parse("2026-04"), null), C1));
            write.send(new DeclareMonth("c1", Month.parse("2026-01"), null), C1);
            write.closed("2026-01");
            write.send(new DeclareMonth("c1", Month.parse("2026-01"), null), C1);
            refused(Reason.MONTH_CLOSED, () -> write.send(new DeclareMonth("c1", Month.parse("2026-01"), "more"), C1));
        }
    }
}
