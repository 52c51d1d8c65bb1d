package org.cadreledger.objection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.testbed.Given.deduction;
import static org.cadreledger.testbed.People.APPROVER;
import static org.cadreledger.testbed.People.BOTH;
import static org.cadreledger.testbed.People.ELSEWHERE;
import static org.cadreledger.testbed.People.OTHER_APPROVER;
import static org.cadreledger.testbed.People.PUBLISHER;
import static org.cadreledger.testbed.People.REVIEWER;
import static org.cadreledger.testbed.Refusals.refused;
import static org.cadreledger.testbed.Refusals.refusedField;

import java.util.List;
import java.util.Objects;
import org.cadreledger.access.Actor;
import org.cadreledger.ledger.ConfirmDeduction;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.LedgerEvent.CorrectionPosted;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.objection.AnswerObjection.Answered;
import org.cadreledger.objection.AnswerObjection.Correction;
import org.cadreledger.objection.RaiseObjection.Raised;
import org.cadreledger.period.FinalisePeriod;
import org.cadreledger.period.PeriodEvent.ObjectionAnswered;
import org.cadreledger.period.PeriodEvent.ObjectionRaised;
import org.cadreledger.period.PublishBoard;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Reason;
import org.cadreledger.testbed.People;
import org.cadreledger.testbed.WriteSide;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ObjectionTest {
    private static final Period Q1 = Period.parse("2026-Q1");
    private static final Actor C1 = People.cadre("c1");

    private final WriteSide write = new WriteSide();

    private static RaiseObjection raise(String id, @Nullable String entryId) {
        return new RaiseObjection("c1", Q1, id, ObjectionKind.DEFENCE, entryId, "it was another", List.of());
    }

    private static AnswerObjection answer(boolean upheld, @Nullable Correction correction) {
        return new AnswerObjection("j1", Q1, "o1", upheld, "considered", correction);
    }

    private static Correction bonus(String month, @Nullable String level) {
        return new Correction(Month.parse(month), "A1", null, level, null, "flood relief");
    }

    /** An entry d1 of January. */
    @BeforeEach
    void an_entry() {
        write.send(deduction("d1", "2026-01", "N1"), REVIEWER);
        write.send(new ConfirmDeduction("c1", "d1", null), APPROVER);
    }

    private void published() {
        write.on("2026-04-03").closed("2026-01", "2026-02", "2026-03");
        write.send(new PublishBoard("j1", Q1, null), PUBLISHER);
    }

    @Nested
    class Raising {
        @Test
        void is_possible_from_publication_until_final() {
            refused(Reason.NOT_PUBLISHED, () -> write.send(raise("o1", "d1"), C1));
            published();
            assertThat(write.send(raise("o1", "d1"), C1)).isEqualTo(new Raised("o1"));
            assertThat(write.lastCommit()).singleElement().isInstanceOf(ObjectionRaised.class);
            assertThat(write.lastRecords().getFirst().stream()).isEqualTo("period:j1:2026");
            write.send(answer(false, null), OTHER_APPROVER);
            write.on("2026-05-01").send(new FinalisePeriod("j1", Q1, null), PUBLISHER);
            refused(Reason.ALREADY_FINAL, () -> write.send(raise("o2", "d1"), C1));
            assertThat(write.send(raise("o1", "d1"), C1)).isEqualTo(new Raised("o1"));
        }

        @Test
        void concerns_own_entries_only_and_a_board() {
            published();
            refused(Reason.FORBIDDEN, () -> write.send(raise("o1", "d1"), People.cadre("c2")));
            refused(Reason.UNKNOWN_ENTRY, () -> write.send(raise("o1", "d9"), C1));
            refusedField(
                    "period",
                    "quarter-or-year",
                    () -> write.send(
                            new RaiseObjection(
                                    "c1", Period.parse("2026-03"), "o1", ObjectionKind.INQUIRY, null, "?", List.of()),
                            C1));
            refusedField("objectionId", "bad-id", () -> write.send(raise("a b", "d1"), C1));
        }

        @Test
        void the_same_again_is_a_repeat_and_another_under_the_id_is_not() {
            published();
            write.send(raise("o1", "d1"), C1);
            long end = write.log.end();
            assertThat(write.send(raise("o1", "d1"), C1)).isEqualTo(new Raised("o1"));
            assertThat(write.log.end()).isEqualTo(end);
            refused(Reason.ID_TAKEN, () -> write.send(raise("o1", null), C1));
            RaiseObjection others =
                    new RaiseObjection("c2", Q1, "o1", ObjectionKind.DEFENCE, "d1", "it was another", List.of());
            refused(Reason.ID_TAKEN, () -> write.send(others, People.cadre("c2")));
        }
    }

    @Nested
    class Answering {
        @BeforeEach
        void an_objection() {
            published();
            write.send(raise("o1", "d1"), C1);
        }

        @Test
        void a_rejected_objection_changes_no_books() {
            assertThat(write.send(answer(false, null), OTHER_APPROVER)).isEqualTo(new Answered("o1", null, null));
            assertThat(write.lastCommit()).singleElement().isInstanceOf(ObjectionAnswered.class);
            refusedAfter();
        }

        private void refusedAfter() {
            refused(Reason.WRONG_STATE, () -> write.send(answer(true, null), OTHER_APPROVER));
        }

        @Test
        void an_upheld_one_reverses_its_entry_in_the_same_commit() {
            assertThat(write.send(answer(true, null), OTHER_APPROVER)).isEqualTo(new Answered("o1", "d1", null));
            assertThat(write.lastRecords())
                    .extracting(recorded -> recorded.stream())
                    .containsExactly("ledger:c1:2026", "period:j1:2026");
            assertThat(write.lastCommit().getFirst()).isInstanceOfSatisfying(EntryReversed.class, reversed -> {
                assertThat(reversed.objectionId()).isEqualTo("o1");
                assertThat(reversed.fraud()).isFalse();
            });
            assertThat(write.ledgers("c1").entry("d1").orElseThrow().counts()).isFalse();
        }

        @Test
        void a_correction_counts_in_the_month_it_names_though_that_is_closed() {
            Answered answered = write.send(answer(true, bonus("2026-02", "city")), OTHER_APPROVER);
            String id = Objects.requireNonNull(answered.correctionEntryId());
            assertThat(answered.reversedEntryId()).isEqualTo("d1");
            assertThat(write.lastCommit())
                    .hasExactlyElementsOfTypes(EntryReversed.class, CorrectionPosted.class, ObjectionAnswered.class);
            Entry entry = write.ledgers("c1").entry(id).orElseThrow().entry();
            assertThat(entry.fixed()).isTrue();
            assertThat(entry.countsIn()).isEqualTo(Month.parse("2026-02"));
            assertThat(entry.points()).isEqualTo(Points.of(2));
            assertThat(entry.kind()).isEqualTo(Entry.EntryKind.BONUS);
        }

        @Test
        void a_correction_may_deduct_by_rule_or_from_a_base_item() {
            Correction item = new Correction(Month.parse("2026-01"), null, "P1", null, Points.of(4), "study");
            String id = Objects.requireNonNull(
                    write.send(answer(true, item), OTHER_APPROVER).correctionEntryId());
            assertThat(write.ledgers("c1").entry(id).orElseThrow().entry().kind())
                    .isEqualTo(Entry.EntryKind.BASE);
            write.send(raise("o2", null), C1);
            Correction rule = new Correction(Month.parse("2026-01"), "N5", null, null, null, "late report");
            AnswerObjection second = new AnswerObjection("j1", Q1, "o2", true, "considered", rule);
            String other =
                    Objects.requireNonNull(write.send(second, OTHER_APPROVER).correctionEntryId());
            assertThat(write.ledgers("c1").entry(other).orElseThrow().entry().kind())
                    .isEqualTo(Entry.EntryKind.DEDUCTION);
        }

        @Test
        void a_correction_by_a_rule_for_once_a_year_may_only_take_the_place_of_the_one_that_counts() {
            String first = Objects.requireNonNull(
                    write.send(answer(true, n3("grade")), OTHER_APPROVER).correctionEntryId());
            write.send(raise("o2", "d1"), C1);
            AnswerObjection beside = new AnswerObjection("j1", Q1, "o2", true, "considered", n3("the grade again"));
            refused(Reason.RULE_USED, () -> write.send(beside, OTHER_APPROVER));
            write.send(raise("o3", first), C1);
            AnswerObjection instead = new AnswerObjection("j1", Q1, "o3", true, "considered", n3("grade of 2025"));
            assertThat(write.send(instead, BOTH).reversedEntryId()).isEqualTo(first);
        }

        private Correction n3(String matter) {
            return new Correction(Month.parse("2026-02"), "N3", null, null, null, matter);
        }

        @Test
        void a_correction_fits_the_period_and_the_catalogue() {
            refusedField(
                    "correction.month",
                    "outside-period",
                    () -> write.send(answer(true, bonus("2026-04", "city")), OTHER_APPROVER));
            refusedField(
                    "correction.level",
                    "level-required",
                    () -> write.send(answer(true, bonus("2026-02", null)), OTHER_APPROVER));
            Month january = Month.parse("2026-01");
            Correction both = new Correction(january, "A7", "P1", null, null, "m");
            refusedField("correction.rule", "rule-or-item", () -> write.send(answer(true, both), OTHER_APPROVER));
            Correction odd = new Correction(january, "A7", null, null, Points.of(9), "m");
            refusedField("correction.points", "not-the-rules", () -> write.send(answer(true, odd), OTHER_APPROVER));
            Correction none = new Correction(january, null, "P1", null, null, "m");
            refusedField("correction.points", "not-positive", () -> write.send(answer(true, none), OTHER_APPROVER));
            Correction strange = new Correction(january, null, "X", null, Points.of(1), "m");
            refusedField("correction.item", "unknown-item", () -> write.send(answer(true, strange), OTHER_APPROVER));
            Correction nameless = new Correction(january, "A7", null, null, null, " ");
            refusedField("correction.matter", "required", () -> write.send(answer(true, nameless), OTHER_APPROVER));
            refusedField(
                    "correction",
                    "only-when-upheld",
                    () -> write.send(answer(false, bonus("2026-02", "city")), OTHER_APPROVER));
        }

        @Test
        void the_same_answer_again_is_a_repeat() {
            Answered first = write.send(answer(true, null), OTHER_APPROVER);
            long end = write.log.end();
            assertThat(write.send(answer(true, null), OTHER_APPROVER)).isEqualTo(first);
            assertThat(write.log.end()).isEqualTo(end);
            refused(Reason.WRONG_STATE, () -> write.send(answer(false, null), OTHER_APPROVER));
        }

        @Test
        void is_for_somebody_who_had_no_part_in_the_entry_and_is_not_concerned() {
            refused(Reason.FOUR_EYES, () -> write.send(answer(true, null), APPROVER));
            refused(Reason.FOUR_EYES, () -> write.send(answer(true, null), REVIEWER));
            refused(Reason.FOUR_EYES, () -> write.send(answer(true, null), People.staffCadre("c1")));
            refused(Reason.OTHER_JURISDICTION, () -> write.send(answer(true, null), ELSEWHERE));
        }

        @Test
        void needs_an_objection_of_that_period() {
            refused(
                    Reason.UNKNOWN_OBJECTION,
                    () -> write.send(new AnswerObjection("j1", Q1, "o9", true, "a", null), OTHER_APPROVER));
            refused(
                    Reason.UNKNOWN_OBJECTION,
                    () -> write.send(
                            new AnswerObjection("j1", Period.parse("2026"), "o1", true, "a", null), OTHER_APPROVER));
        }
    }
}
