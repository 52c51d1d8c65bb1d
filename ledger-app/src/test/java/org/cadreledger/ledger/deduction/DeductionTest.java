package org.cadreledger.ledger.deduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.testbed.Given.deduction;
import static org.cadreledger.testbed.People.APPROVER;
import static org.cadreledger.testbed.People.BOTH;
import static org.cadreledger.testbed.People.ELSEWHERE;
import static org.cadreledger.testbed.People.OTHER_APPROVER;
import static org.cadreledger.testbed.People.REVIEWER;
import static org.cadreledger.testbed.Refusals.refused;
import static org.cadreledger.testbed.Refusals.refusedField;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cadreledger.access.Command;
import org.cadreledger.ledger.ApplyBaseDeduction;
import org.cadreledger.ledger.ApplyDeduction;
import org.cadreledger.ledger.ApplyDeduction.Applied;
import org.cadreledger.ledger.AwardBonus;
import org.cadreledger.ledger.CarryOverDeduction;
import org.cadreledger.ledger.ConfirmDeduction;
import org.cadreledger.ledger.DismissDeduction;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.LedgerEvent.BaseDeductionApplied;
import org.cadreledger.ledger.LedgerEvent.BonusAwarded;
import org.cadreledger.ledger.LedgerEvent.DeductionApplied;
import org.cadreledger.ledger.LedgerEvent.DeductionConfirmed;
import org.cadreledger.ledger.LedgerEvent.EntryBroughtForward;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Reason;
import org.cadreledger.testbed.People;
import org.cadreledger.testbed.WriteSide;
import org.cadreledger.time.Month;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeductionTest {
    private static final ConfirmDeduction CONFIRM = new ConfirmDeduction("c1", "d1", null);
    private static final DismissDeduction DISMISS = new DismissDeduction("c1", "d1", "unfounded");
    private static final CarryOverDeduction CARRY = new CarryOverDeduction("c1", "d1", "hearing pending");

    private final WriteSide write = new WriteSide();

    static AwardBonus award(String id, String rule) {
        return new AwardBonus(
                "c1",
                id,
                Month.parse("2026-03"),
                rule,
                null,
                "named in a commendation",
                LocalDate.parse("2026-03-01"),
                "document 8",
                List.of());
    }

    static ApplyBaseDeduction base(String id, String item, Points points) {
        return new ApplyBaseDeduction(
                "c1",
                id,
                Month.parse("2026-03"),
                item,
                points,
                "absent from study",
                LocalDate.parse("2026-03-01"),
                "document 9",
                List.of());
    }

    static Stream<Command<Applied>> entered() {
        return Stream.of(deduction("d1"), base("d1", "P1", Points.of(40)), award("d1", "A7"));
    }

    @Nested
    class Entering {
        @Test
        void a_deduction_has_the_rules_points_and_counts_nowhere_yet() {
            assertThat(write.send(deduction("d1"), REVIEWER)).isEqualTo(new Applied("d1", Points.of(5)));
            assertThat(write.lastCommit()).singleElement().isInstanceOf(DeductionApplied.class);
            assertThat(write.ledgers("c1").entry("d1")).isEmpty();
        }

        @Test
        void a_base_deduction_may_exceed_its_item() {
            assertThat(write.send(base("d1", "P1", Points.of(40)), REVIEWER).points())
                    .isEqualTo(Points.of(40));
            assertThat(write.lastCommit()).singleElement().isInstanceOf(BaseDeductionApplied.class);
        }

        @Test
        void a_bonus_needs_no_files_but_a_basis() {
            assertThat(write.send(award("d1", "A7"), REVIEWER).points()).isEqualTo(Points.of(3));
            assertThat(write.lastCommit()).singleElement().isInstanceOf(BonusAwarded.class);
        }

        @Test
        void refuses_what_the_catalogue_does_not_know() {
            refusedField("rule", "unknown-rule", () -> write.send(deduction("d1", "2026-03", "N77"), REVIEWER));
            refusedField("rule", "wrong-kind", () -> write.send(deduction("d1", "2026-03", "A7"), REVIEWER));
            refusedField("rule", "wrong-kind", () -> write.send(award("d1", "N1"), REVIEWER));
            refusedField("level", "level-required", () -> write.send(award("d1", "A1"), REVIEWER));
            refusedField("item", "unknown-item", () -> write.send(base("d1", "X9", Points.of(1)), REVIEWER));
            refusedField("points", "not-positive", () -> write.send(base("d1", "P1", Points.ZERO), REVIEWER));
        }

        @Test
        void refuses_months_and_days_as_a_claim_does() {
            refusedField("month", "future", () -> write.send(deduction("d1", "2026-04", "N1"), REVIEWER));
            refusedField("month", "before-first-month", () -> write.send(deduction("d1", "2025-12", "N1"), REVIEWER));
            write.closed("2026-01");
            refused(Reason.MONTH_CLOSED, () -> write.send(deduction("d1", "2026-01", "N1"), REVIEWER));
            ApplyDeduction d = deduction("d1");
            ApplyDeduction tomorrow = new ApplyDeduction(
                    "c1", "d1", d.month(), "N1", null, "m", LocalDate.parse("2026-03-16"), "basis", List.of(), null);
            refusedField("occurredOn", "future", () -> write.send(tomorrow, REVIEWER));
            ApplyDeduction baseless =
                    new ApplyDeduction("c1", "d1", d.month(), "N1", null, "m", d.occurredOn(), " ", List.of(), null);
            refusedField("basis", "required", () -> write.send(baseless, REVIEWER));
        }

        @Test
        void a_rule_of_once_a_year_twice_is_refused() {
            write.send(deduction("d1", "2026-01", "N3"), REVIEWER);
            refused(Reason.RULE_USED, () -> write.send(deduction("d2", "2026-03", "N3"), REVIEWER));
            write.send(CONFIRM, APPROVER);
            refused(Reason.RULE_USED, () -> write.send(deduction("d2", "2026-03", "N3"), REVIEWER));
        }

        @ParameterizedTest
        @MethodSource("org.cadreledger.ledger.deduction.DeductionTest#entered")
        void the_same_again_is_a_repeat_and_something_else_under_the_id_is_not(Command<Applied> command) {
            Applied first = write.send(command, REVIEWER);
            long end = write.log.end();
            assertThat(write.send(command, REVIEWER)).isEqualTo(first);
            assertThat(write.log.end()).isEqualTo(end);
            refused(Reason.ID_TAKEN, () -> write.send(deduction("d1", "2026-02", "N5"), REVIEWER));
            refused(Reason.ID_TAKEN, () -> write.send(base("d1", "P1", Points.of(41)), REVIEWER));
            write.send(CONFIRM, APPROVER);
            write.closed("2026-01", "2026-02", "2026-03");
            assertThat(write.send(command, REVIEWER)).isEqualTo(first);
        }

        @ParameterizedTest
        @MethodSource("org.cadreledger.ledger.deduction.DeductionTest#entered")
        void for_oneself_or_in_another_county_is_refused(Command<Applied> command) {
            refused(Reason.FOUR_EYES, () -> write.send(command, People.staffCadre("c1")));
            refused(Reason.OTHER_JURISDICTION, () -> write.send(command, ELSEWHERE));
        }
    }

    @Nested
    class The_second_person {
        @ParameterizedTest
        @MethodSource("org.cadreledger.ledger.deduction.DeductionTest#entered")
        void makes_it_an_entry(Command<Applied> command) {
            Applied applied = write.send(command, REVIEWER);
            assertThat(write.send(CONFIRM, APPROVER).points()).isEqualTo(applied.points());
            assertThat(write.lastCommit()).singleElement().isInstanceOf(DeductionConfirmed.class);
            assertThat(write.ledgers("c1").entry("d1").orElseThrow().handledBy())
                    .containsExactlyInAnyOrder("reviewer", "approver");
        }

        @Test
        void is_neither_who_entered_it_nor_the_cadre() {
            write.send(deduction("d1"), BOTH);
            for (Command<?> command : List.of(CONFIRM, DISMISS)) {
                refused(Reason.FOUR_EYES, () -> write.send(command, BOTH));
                refused(Reason.FOUR_EYES, () -> write.send(command, People.staffCadre("c1")));
                refused(Reason.OTHER_JURISDICTION, () -> write.send(command, ELSEWHERE));
            }
            refused(Reason.FOUR_EYES, () -> write.send(CARRY, People.staffCadre("c1")));
        }

        @Test
        void decides_once() {
            write.send(deduction("d1"), REVIEWER);
            write.send(DISMISS, APPROVER);
            write.send(deduction("d2"), REVIEWER);
            write.send(new ConfirmDeduction("c1", "d2", null), APPROVER);
            for (String id : List.of("d1", "d2")) {
                refused(Reason.WRONG_STATE, () -> write.send(new ConfirmDeduction("c1", id, null), OTHER_APPROVER));
                refused(Reason.WRONG_STATE, () -> write.send(new DismissDeduction("c1", id, null), OTHER_APPROVER));
                refused(Reason.WRONG_STATE, () -> write.send(new CarryOverDeduction("c1", id, "r"), OTHER_APPROVER));
            }
            assertThat(write.ledgers("c1").entry("d1")).isEmpty();
        }

        @Test
        void needs_something_to_decide_on() {
            for (Command<?> command : List.of(CONFIRM, DISMISS, CARRY)) {
                refused(Reason.UNKNOWN_DEDUCTION, () -> write.send(command, APPROVER));
            }
        }
    }

    @Nested
    class Late {
        @Test
        void a_carried_over_deduction_is_for_the_next_open_month() {
            write.send(deduction("d1", "2026-01", "N1"), REVIEWER);
            assertThat(write.send(CARRY, REVIEWER).month()).isEqualTo(Month.parse("2026-02"));
            write.send(CONFIRM, APPROVER);
            Entry entry = write.ledgers("c1").entry("d1").orElseThrow().entry();
            assertThat(entry.declaredFor()).isEqualTo(Month.parse("2026-02"));
        }

        @Test
        void a_confirmation_over_the_years_edge_stands_in_both_years_books() {
            write.on("2026-12-31");
            write.send(deduction("d1", "2026-12", "N1"), REVIEWER);
            write.send(CARRY, REVIEWER);
            assertThat(write.send(CONFIRM, APPROVER).month()).isEqualTo(Month.parse("2027-01"));
            assertThat(write.lastCommit())
                    .hasExactlyElementsOfTypes(DeductionConfirmed.class, EntryBroughtForward.class);
        }
    }
}
