package org.cadreledger.projecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.cadreledger.facts.Streams;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.ledger.ItemStory;
import org.cadreledger.ledger.ItemStory.Action;
import org.cadreledger.ledger.ItemStory.Source;
import org.cadreledger.ledger.ItemStory.State;
import org.cadreledger.ledger.LedgerEvent.ClaimApproved;
import org.cadreledger.ledger.LedgerEvent.ClaimCarriedOver;
import org.cadreledger.ledger.LedgerEvent.ClaimChanged;
import org.cadreledger.ledger.LedgerEvent.ClaimReturned;
import org.cadreledger.ledger.LedgerEvent.ClaimScored;
import org.cadreledger.ledger.LedgerEvent.CorrectionPosted;
import org.cadreledger.ledger.LedgerEvent.DeductionApplied;
import org.cadreledger.ledger.LedgerEvent.DeductionConfirmed;
import org.cadreledger.ledger.LedgerEvent.DeductionDismissed;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.ledger.LedgerEvent.GradePosted;
import org.cadreledger.ledger.LedgerEvent.MonthDeclared;
import org.cadreledger.ledger.Ledgers;
import org.cadreledger.ledger.Proposal;
import org.cadreledger.ledger.scoring.PeriodScoring;
import org.cadreledger.ledger.statement.FoldedLedgers;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoriesTest extends ReadSideFixture {
    private static final Month JANUARY = new Month(2026, 1);
    private static final Month FEBRUARY = new Month(2026, 2);
    private static final String BOOKS = Streams.ledger("c1", 2026);

    private Ledgers ledgers = none();

    @SuppressWarnings("NullAway")
    private static Ledgers none() {
        return null;
    }

    @BeforeEach
    void a_cadre() {
        county.catalogue();
        county.define(JANUARY);
        county.register("c1");
        ledgers = new FoldedLedgers(log, folds, types, PeriodScoring.Modes.DEFAULT);
    }

    private static Entry entry(String id, EntryKind kind, Points points, Month month) {
        return new Entry(id, kind, "A7", null, null, 1, "drill", points, month, month, false);
    }

    private void claimed_returned_changed_scored_carried_over_approved() {
        county.claim("c1", "k1", JANUARY, "first words", "f1");
        county.append("li", BOOKS, new ClaimReturned("c1", "k1", "no photograph"));
        county.append(
                "u-c1",
                BOOKS,
                new ClaimChanged(
                        "c1",
                        "k1",
                        JANUARY,
                        "A7",
                        null,
                        1,
                        Points.of(3),
                        "matter k1",
                        JANUARY.firstDay(),
                        List.of(new EvidenceRef("e2", "f2")),
                        "better words"));
        county.append("li", BOOKS, new ClaimScored("c1", "k1", null, "drill", Points.of(2), "one of two"));
        county.append("li", BOOKS, new ClaimCarriedOver("c1", "k1", FEBRUARY, "leader away"));
        county.append(
                "wang",
                BOOKS,
                new ClaimApproved("c1", "k1", entry("k1", EntryKind.BONUS, Points.of(2), FEBRUARY), "agreed"));
    }

    @Test
    void a_claim_tells_every_step_with_who_when_and_why() {
        claimed_returned_changed_scored_carried_over_approved();
        county.append("zhao", BOOKS, new EntryReversed("c1", "k1", "forged", true, null));
        county.append("zhao", BOOKS, new EntryReversed("c1", "k1", "forged", true, null));

        ItemStory story = ledgers.story("c1", "k1").orElseThrow();
        assertThat(story.steps())
                .extracting(ItemStory.Step::action, ItemStory.Step::by, ItemStory.Step::text)
                .containsExactly(
                        tuple(Action.CLAIMED, "u-c1", "first words"),
                        tuple(Action.RETURNED, "li", "no photograph"),
                        tuple(Action.CHANGED, "u-c1", "better words"),
                        tuple(Action.SCORED, "li", "one of two"),
                        tuple(Action.CARRIED_OVER, "li", "leader away"),
                        tuple(Action.APPROVED, "wang", "agreed"),
                        tuple(Action.REVERSED, "zhao", "forged"));
        assertThat(story.steps()).extracting(ItemStory.Step::position).isSorted();
        assertThat(story.state()).isEqualTo(State.APPROVED);
        assertThat(story.points()).isEqualTo(new ItemStory.Worth(Points.of(3), Points.of(2), Points.of(2)));
        assertThat(story.matter()).isEqualTo("drill");
        assertThat(story.account()).isEqualTo("better words");
        assertThat(story.evidence()).containsExactly(new EvidenceRef("e2", "f2"));
        assertThat(story.carriedOver()).isTrue();
        assertThat(story.month()).isEqualTo(FEBRUARY);
        assertThat(story.countsIn()).isEqualTo(FEBRUARY);
        assertThat(story.reversed())
                .isNotNull()
                .satisfies(step -> assertThat(step.fraud()).isTrue());
    }

    @Test
    void a_change_makes_the_score_and_the_return_history() {
        claimed_returned_changed_scored_carried_over_approved();
        ItemStory approved = ledgers.story("c1", "k1").orElseThrow();
        assertThat(approved.scored()).extracting("by").isEqualTo("li");
        assertThat(approved.decided()).extracting("by").isEqualTo("wang");

        county.claim("c1", "k2", JANUARY);
        county.append("li", BOOKS, new ClaimReturned("c1", "k2", "when?"));
        assertThat(ledgers.story("c1", "k2").orElseThrow().decided())
                .extracting("action", "text")
                .containsExactly(Action.RETURNED, "when?");
        county.append(
                "u-c1",
                BOOKS,
                new ClaimChanged(
                        "c1", "k2", JANUARY, "A7", null, 1, Points.of(3), "m", JANUARY.firstDay(), List.of(), null));
        ItemStory again = ledgers.story("c1", "k2").orElseThrow();
        assertThat(again.state()).isEqualTo(State.DECLARED);
        assertThat(again.decided()).isNull();
        assertThat(again.account()).isNull();
        assertThat(again.state().isOpen()).isTrue();
    }

    @Test
    void an_entry_posted_after_its_month_was_closed_counts_in_the_next() {
        county.claim("c1", "k1", JANUARY);
        county.close(JANUARY);
        county.approve("c1", "k1", JANUARY, Points.of(3));
        ItemStory story = ledgers.story("c1", "k1").orElseThrow();
        assertThat(story.month()).isEqualTo(JANUARY);
        assertThat(story.countsIn()).isEqualTo(FEBRUARY);
    }

    @Test
    void department_entries_corrections_and_grades_have_stories_too() {
        Proposal proposal = new Proposal(
                EntryKind.DEDUCTION,
                "N5",
                null,
                null,
                1,
                Points.of(1),
                JANUARY,
                "named",
                LocalDate.of(2026, 1, 9),
                "circular 7",
                List.of(),
                "MAIN_LEADER");
        county.append("sun", BOOKS, new DeductionApplied("c1", "d1", proposal));
        county.append("sun", BOOKS, new DeductionApplied("c1", "d2", proposal));
        county.append(
                "wang",
                BOOKS,
                new DeductionConfirmed("c1", "d1", entry("d1", EntryKind.DEDUCTION, Points.of(1), JANUARY), null));
        county.append("wang", BOOKS, new DeductionDismissed("c1", "d2", "another cadre"));
        county.append(
                "qian",
                BOOKS,
                new CorrectionPosted("c1", "x1", entry("x1", EntryKind.BONUS, Points.of(1), JANUARY), "o1"));
        county.append(
                "sun", BOOKS, new GradePosted("c1", "g1", entry("g1", EntryKind.BONUS, Points.of(1), JANUARY), 2025));
        county.claim("c1", "k1", JANUARY);

        assertThat(ledgers.departmentEntries("c1"))
                .extracting(ItemStory::itemId, ItemStory::state, ItemStory::basis, ItemStory::role)
                .containsExactly(
                        tuple("d2", State.DISMISSED, "circular 7", "MAIN_LEADER"),
                        tuple("d1", State.CONFIRMED, "circular 7", "MAIN_LEADER"));
        assertThat(ledgers.claims("c1")).extracting(ItemStory::itemId).containsExactly("k1");
        assertThat(ledgers.stories("c1"))
                .extracting(ItemStory::itemId, ItemStory::source)
                .containsExactly(
                        tuple("k1", Source.CLAIM),
                        tuple("g1", Source.GRADE),
                        tuple("x1", Source.CORRECTION),
                        tuple("d2", Source.DEPARTMENT),
                        tuple("d1", Source.DEPARTMENT));
        ItemStory correction = ledgers.story("c1", "x1").orElseThrow();
        assertThat(correction.begun().objectionId()).isEqualTo("o1");
        assertThat(ledgers.story("c1", "g1").orElseThrow().gradeYear()).isEqualTo(2025);
        assertThat(ledgers.story("c1", "d1").orElseThrow().decided())
                .extracting("by")
                .isEqualTo("wang");
        assertThat(ledgers.story("c1", "nothing")).isEmpty();
        assertThatThrownBy(() -> ledgers.stories("nobody")).isInstanceOf(Refusal.class);
    }

    @Test
    void what_was_said_last_of_a_month_is_its_declaration() {
        county.declare("c1", FEBRUARY);
        county.declare("c1", JANUARY);
        county.append("u-c1", BOOKS, new MonthDeclared("c1", JANUARY, "one more thing"));
        assertThat(ledgers.declarations("c1"))
                .extracting("month", "by", "statement")
                .containsExactly(tuple(JANUARY, "u-c1", "one more thing"), tuple(FEBRUARY, "u-c1", "done"));
        assertThatThrownBy(() -> ledgers.declarations("nobody")).isInstanceOf(Refusal.class);
    }
}
