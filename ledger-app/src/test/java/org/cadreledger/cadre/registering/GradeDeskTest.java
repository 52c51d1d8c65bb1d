package org.cadreledger.cadre.registering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.registerbed.RegisterSide.REVIEWER;
import static org.cadreledger.registerbed.RegisterSide.cadre;

import java.util.Set;
import org.cadreledger.access.Actor;
import org.cadreledger.access.Role;
import org.cadreledger.cadre.CadreEvent.GradeRecorded;
import org.cadreledger.cadre.Grade;
import org.cadreledger.cadre.RecordGrade;
import org.cadreledger.cadre.RecordGrade.Graded;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.ledger.LedgerEvent.EntryBroughtForward;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.ledger.LedgerEvent.GradePosted;
import org.cadreledger.points.Points;
import org.cadreledger.refusal.Reason;
import org.cadreledger.registerbed.Refused;
import org.cadreledger.registerbed.RegisterSide;
import org.cadreledger.time.Month;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GradeDeskTest {
    private final RegisterSide side = new RegisterSide().county("j1");

    @BeforeEach
    void register() {
        side.send(cadre("c1", "j1"), REVIEWER);
    }

    private Graded grade(int year, Grade grade) {
        return side.send(new RecordGrade("c1", year, grade), REVIEWER);
    }

    private Entry posted() {
        return side.lastCommit().stream()
                .filter(GradePosted.class::isInstance)
                .map(event -> ((GradePosted) event).entry())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void excellent_posts_a3_to_january_of_the_next_year_in_the_same_commit() {
        Graded graded = grade(2025, Grade.EXCELLENT);
        assertThat(side.lastCommit()).hasSize(2).contains(new GradeRecorded("c1", 2025, Grade.EXCELLENT));
        assertThat(posted())
                .returns(graded.entryId(), Entry::entryId)
                .returns("A3", Entry::rule)
                .returns(EntryKind.BONUS, Entry::kind)
                .returns(Points.of(1), Entry::points)
                .returns(Month.parse("2026-01"), Entry::declaredFor)
                .returns(Month.parse("2026-01"), Entry::countsIn);
    }

    @Test
    void incompetent_posts_n3_and_the_other_grades_post_nothing() {
        grade(2025, Grade.INCOMPETENT);
        assertThat(posted()).returns("N3", Entry::rule).returns(EntryKind.DEDUCTION, Entry::kind);
        assertThat(grade(2026, Grade.COMPETENT).entryId()).isNull();
        assertThat(side.lastCommit()).containsExactly(new GradeRecorded("c1", 2026, Grade.COMPETENT));
    }

    @Test
    void a_repeat_answers_the_same_and_writes_nothing() {
        Graded first = grade(2025, Grade.EXCELLENT);
        long end = side.end();
        assertThat(grade(2025, Grade.EXCELLENT)).isEqualTo(first);
        assertThat(side.end()).isEqualTo(end);
    }

    @Test
    void another_grade_reverses_what_the_one_before_posted() {
        String first = grade(2025, Grade.EXCELLENT).entryId();
        grade(2025, Grade.INCOMPETENT);
        assertThat(side.lastCommit())
                .hasAtLeastOneElementOfType(EntryReversed.class)
                .filteredOn(EntryReversed.class::isInstance)
                .singleElement()
                .returns(first, event -> ((EntryReversed) event).entryId());
        assertThat(posted().rule()).isEqualTo("N3");
        assertThat(grade(2025, Grade.COMPETENT).entryId()).isNull();
        assertThat(side.folds.ledgers("c1", side.now).entries()).noneMatch(entry -> entry.counts());
        assertThat(grade(2025, Grade.EXCELLENT).entryId()).isNotNull().isNotEqualTo(first);
    }

    @Test
    void a_reversal_after_a_transfer_is_told_to_both_counties() {
        side.county("j2");
        grade(2025, Grade.EXCELLENT);
        side.send(cadre("c1", "j2", "unit-9", "2026-03-01"), REVIEWER);
        grade(2025, Grade.COMPETENT);
        assertThat(side.lastRecords())
                .filteredOn(r -> r.event() instanceof EntryReversed)
                .extracting(r -> r.jurisdiction())
                .containsExactlyInAnyOrder("j1", "j2");
    }

    @Test
    void a_closed_january_moves_the_entry_to_the_earliest_open_month() {
        side.closed("j1", "2026-01", "2026-02");
        grade(2025, Grade.EXCELLENT);
        assertThat(posted())
                .returns(Month.parse("2026-01"), Entry::declaredFor)
                .returns(Month.parse("2026-03"), Entry::countsIn);
    }

    @Test
    void an_entry_that_counts_in_the_year_after_is_noted_in_those_books() {
        for (int month = 1; month <= 12; month++) {
            side.closed("j1", new Month(2026, month).toString());
        }
        side.now = java.time.Instant.parse("2027-01-15T04:00:00Z");
        grade(2025, Grade.EXCELLENT);
        assertThat(posted().countsIn()).isEqualTo(Month.parse("2027-01"));
        assertThat(side.lastCommit()).hasAtLeastOneElementOfType(EntryBroughtForward.class);
    }

    @Test
    void a_grade_of_before_the_books_is_recorded_and_posts_nothing() {
        assertThat(grade(2020, Grade.EXCELLENT).entryId()).isNull();
        assertThat(side.lastCommit()).containsExactly(new GradeRecorded("c1", 2020, Grade.EXCELLENT));
    }

    @Test
    void a_year_to_come_an_unknown_cadre_and_oneself_are_refused() {
        Refused.fields(() -> grade(2027, Grade.EXCELLENT), "year: out-of-range");
        Refused.with(Reason.UNKNOWN_CADRE, () -> side.send(new RecordGrade("c9", 2025, Grade.EXCELLENT), REVIEWER));
        Actor self = new Actor("s", Set.of(Role.REVIEWER), "c1", null, null);
        Refused.with(Reason.FOUR_EYES, () -> side.send(new RecordGrade("c1", 2025, Grade.EXCELLENT), self));
        Actor elsewhere = new Actor("e", Set.of(Role.REVIEWER), null, "j2", null);
        Refused.with(
                Reason.OTHER_JURISDICTION, () -> side.send(new RecordGrade("c1", 2025, Grade.EXCELLENT), elsewhere));
    }
}
