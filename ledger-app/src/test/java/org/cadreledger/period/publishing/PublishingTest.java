package org.cadreledger.period.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.testbed.People.ELSEWHERE;
import static org.cadreledger.testbed.People.PUBLISHER;
import static org.cadreledger.testbed.People.SYSTEM;
import static org.cadreledger.testbed.Refusals.refused;
import static org.cadreledger.testbed.Refusals.refusedField;

import java.time.LocalDate;
import java.util.List;
import org.cadreledger.board.Board;
import org.cadreledger.board.BoardList;
import org.cadreledger.board.BoardSettings;
import org.cadreledger.board.Designation;
import org.cadreledger.cadre.Category;
import org.cadreledger.jurisdiction.JurisdictionEvent.HolidaysSet;
import org.cadreledger.period.DesignateTied;
import org.cadreledger.period.FinalisePeriod;
import org.cadreledger.period.PeriodEvent.BoardPublished;
import org.cadreledger.period.PeriodEvent.BoardSealed;
import org.cadreledger.period.PublishBoard;
import org.cadreledger.period.PublishBoard.Published;
import org.cadreledger.period.ReviseBoard;
import org.cadreledger.period.SealBoard;
import org.cadreledger.refusal.Reason;
import org.cadreledger.testbed.Boards;
import org.cadreledger.testbed.Given;
import org.cadreledger.testbed.WriteSide;
import org.cadreledger.time.Period;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PublishingTest {
    private final WriteSide write = new WriteSide().on("2026-04-03");

    private static PublishBoard publish(String period) {
        return new PublishBoard("j1", Period.parse(period), "document 2");
    }

    private static ReviseBoard revise(String period) {
        return new ReviseBoard("j1", Period.parse(period), "document 3");
    }

    private BoardPublished lastPublished() {
        return (BoardPublished) write.lastCommit().getFirst();
    }

    @Nested
    class A_quarter {
        @Test
        void is_published_when_its_months_are_closed_and_records_every_setting() {
            write.closed("2026-01", "2026-02");
            refused(Reason.PERIOD_ORDER, () -> write.send(publish("2026-Q1"), PUBLISHER));
            write.closed("2026-03");
            assertThat(write.send(publish("2026-Q1"), PUBLISHER)).isEqualTo(new Published(1));
            assertThat(lastPublished().settings())
                    .isEqualTo(new BoardSettings(
                            1,
                            BoardSettings.QuarterScoring.PERIOD,
                            BoardSettings.YearScoring.PERIOD,
                            BoardSettings.Ties.EXCLUDE,
                            15,
                            5,
                            5));
            refused(Reason.ALREADY_PUBLISHED, () -> write.send(publish("2026-Q1"), PUBLISHER));
        }

        @Test
        void opens_a_window_of_working_days_by_the_countys_calendar() {
            write.closed("2026-01", "2026-02", "2026-03");
            // published on Friday 3 April; Monday is off, Saturday the 11th is worked
            write.given(
                    "jurisdiction:j1",
                    "j1",
                    new HolidaysSet(
                            "j1",
                            2026,
                            List.of(LocalDate.parse("2026-04-06")),
                            List.of(LocalDate.parse("2026-04-11"))));
            write.send(publish("2026-Q1"), PUBLISHER);
            assertThat(lastPublished().objectionsUntil()).isEqualTo("2026-04-11");
        }

        @Test
        void follows_the_quarter_before() {
            write.on("2026-07-02");
            write.closed("2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06");
            refused(Reason.PERIOD_ORDER, () -> write.send(publish("2026-Q2"), PUBLISHER));
            write.send(publish("2026-Q1"), PUBLISHER);
            assertThat(write.send(publish("2026-Q2"), PUBLISHER).revision()).isEqualTo(1);
        }

        @Test
        void that_began_before_the_books_needs_only_its_later_months() {
            WriteSide late = new WriteSide(new org.cadreledger.jurisdiction.JurisdictionEvent.JurisdictionDefined(
                            "j1", "County", "Asia/Shanghai", 0, org.cadreledger.time.Month.parse("2026-03"), false))
                    .on("2026-04-03");
            refusedField("period", "before-first-month", () -> late.send(publish("2025-Q4"), PUBLISHER));
            late.closed("2026-03");
            late.send(publish("2026-Q1"), PUBLISHER);
            assertThat(((BoardPublished) late.lastCommit().getFirst()).objectionsUntil())
                    .isNull();
        }
    }

    @Nested
    class A_year {
        private void quarters(String... published) {
            for (String quarter : published) {
                write.send(publish(quarter), PUBLISHER);
            }
        }

        @Test
        void is_published_when_its_quarters_are_final() {
            write.on("2027-01-05");
            write.closed("2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06");
            write.closed("2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12");
            quarters("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4");
            write.on("2027-02-01");
            for (String quarter : List.of("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")) {
                refused(Reason.PERIOD_ORDER, () -> write.send(publish("2026"), PUBLISHER));
                write.send(new FinalisePeriod("j1", Period.parse(quarter), null), PUBLISHER);
            }
            assertThat(write.send(publish("2026"), PUBLISHER)).isEqualTo(new Published(1));
            assertThat(write.lastRecords().getFirst().stream()).isEqualTo("period:j1:2026");
        }
    }

    @Test
    void a_month_has_no_board() {
        refusedField("period", "quarter-or-year", () -> write.send(publish("2026-03"), PUBLISHER));
        refusedField("period", "quarter-or-year", () -> write.send(revise("2026-03"), PUBLISHER));
    }

    @Test
    void staff_publish_only_in_the_own_county() {
        refused(Reason.OTHER_JURISDICTION, () -> write.send(publish("2026-Q1"), ELSEWHERE));
        refused(Reason.OTHER_JURISDICTION, () -> write.send(revise("2026-Q1"), ELSEWHERE));
    }

    @Nested
    class A_published_board {
        private void published() {
            write.closed("2026-01", "2026-02", "2026-03");
            write.send(publish("2026-Q1"), PUBLISHER);
        }

        @Test
        void is_revised_only_after_it_was_published_and_also_after_it_is_final() {
            refused(Reason.NOT_PUBLISHED, () -> write.send(revise("2026-Q1"), PUBLISHER));
            published();
            assertThat(write.send(revise("2026-Q1"), PUBLISHER).revision()).isEqualTo(2);
            write.on("2026-05-01");
            write.send(new FinalisePeriod("j1", Period.parse("2026-Q1"), null), PUBLISHER);
            assertThat(write.send(revise("2026-Q1"), PUBLISHER).revision()).isEqualTo(3);
            assertThat(write.periods().board(Period.parse("2026-Q1")).isFinal()).isTrue();
        }

        @Test
        void is_sealed_once_with_the_same_seal() {
            published();
            SealBoard seal = new SealBoard("j1", Period.parse("2026-Q1"), 1, 9, "ab", 2);
            write.send(seal, SYSTEM);
            assertThat(write.lastCommit())
                    .containsExactly(new BoardSealed("j1", Period.parse("2026-Q1"), 1, 9, "ab", 2));
            long end = write.log.end();
            write.send(seal, SYSTEM);
            assertThat(write.log.end()).isEqualTo(end);
            refused(
                    Reason.WRONG_STATE,
                    () -> write.send(new SealBoard("j1", Period.parse("2026-Q1"), 1, 9, "cd", 2), SYSTEM));
            refused(
                    Reason.UNKNOWN_BOARD,
                    () -> write.send(new SealBoard("j1", Period.parse("2026-Q1"), 2, 9, "ab", 2), SYSTEM));
        }

        private DesignateTied designate(String... cadreIds) {
            return new DesignateTied(
                    "j1",
                    Period.parse("2026-Q1"),
                    Category.SECTION,
                    null,
                    BoardList.TOP,
                    List.of(cadreIds),
                    "longer service");
        }

        /** Ten cadres, one place on the top list, two tied for it. */
        private Board tied(int revision) {
            return Boards.of(revision, "12", "12", "9", "8", "7", "6", "5", "4", "3", "2");
        }

        @Test
        void takes_designations_of_the_tied_into_a_new_revision_and_keeps_them() {
            published();
            write.board = tied(1);
            assertThat(write.send(designate("c2"), PUBLISHER)).isEqualTo(new Published(2));
            Designation designation =
                    new Designation(Category.SECTION, null, BoardList.TOP, List.of("c2"), "longer service");
            assertThat(lastPublished().designations()).containsExactly(designation);
            write.send(revise("2026-Q1"), PUBLISHER);
            assertThat(lastPublished().designations()).containsExactly(designation);
        }

        @Test
        void takes_nobody_who_is_not_tied_nor_more_than_there_are_places() {
            published();
            write.board = tied(1);
            refusedField("cadreIds", "not-tied", () -> write.send(designate("c3"), PUBLISHER));
            refusedField("cadreIds", "too-many", () -> write.send(designate("c1", "c2"), PUBLISHER));
            refusedField("cadreIds", "duplicate", () -> write.send(designate("c1", "c1"), PUBLISHER));
            refusedField("cadreIds", "required", () -> write.send(designate(), PUBLISHER));
        }

        @Test
        void takes_designations_only_on_its_latest_revision_that_is_computed() {
            refused(Reason.NOT_PUBLISHED, () -> write.send(designate("c1"), PUBLISHER));
            published();
            refused(Reason.NOT_YET_VISIBLE, () -> write.send(designate("c1"), PUBLISHER));
            write.send(revise("2026-Q1"), PUBLISHER);
            write.board = tied(1);
            refused(Reason.NOT_YET_VISIBLE, () -> write.send(designate("c1"), PUBLISHER));
            write.board = tied(2);
            assertThat(write.send(designate("c1"), PUBLISHER).revision()).isEqualTo(3);
        }
    }

    @Test
    void percentages_out_of_range_stop_the_program_at_its_start() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> new BoardDefaults.Ranking(BoardSettings.Ties.EXCLUDE, 96, 5))
                .hasMessageContaining("ledger.ranking");
        assertThat(Given.DEFAULTS.settings(3).objectionDays()).isEqualTo(3);
    }
}
