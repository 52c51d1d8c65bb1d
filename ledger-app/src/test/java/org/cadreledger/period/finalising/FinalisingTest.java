package org.cadreledger.period.finalising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.testbed.People.APPROVER;
import static org.cadreledger.testbed.People.ELSEWHERE;
import static org.cadreledger.testbed.People.PUBLISHER;
import static org.cadreledger.testbed.People.SYSTEM;
import static org.cadreledger.testbed.Refusals.refused;
import static org.cadreledger.testbed.Refusals.refusedField;

import java.util.List;
import org.cadreledger.objection.AnswerObjection;
import org.cadreledger.objection.ObjectionKind;
import org.cadreledger.objection.RaiseObjection;
import org.cadreledger.period.FinalisePeriod;
import org.cadreledger.period.PeriodEvent.PeriodFinalised;
import org.cadreledger.period.PublishBoard;
import org.cadreledger.period.ReviseBoard;
import org.cadreledger.period.SealBoard;
import org.cadreledger.refusal.Reason;
import org.cadreledger.testbed.Given;
import org.cadreledger.testbed.People;
import org.cadreledger.testbed.WriteSide;
import org.cadreledger.time.Period;
import org.junit.jupiter.api.Test;

class FinalisingTest {
    private static final Period Q1 = Period.parse("2026-Q1");

    private final WriteSide write = new WriteSide().on("2026-04-03");

    private static FinalisePeriod finalise(String period) {
        return new FinalisePeriod("j1", Period.parse(period), "document 4");
    }

    private void published() {
        write.closed("2026-01", "2026-02", "2026-03");
        write.send(new PublishBoard("j1", Q1, null), PUBLISHER);
    }

    private void sealed(int revision, int changedRows) {
        write.send(new SealBoard("j1", Q1, revision, 9, "seal" + revision, changedRows), SYSTEM);
    }

    private void objection(String id) {
        write.send(
                new RaiseObjection("c1", Q1, id, ObjectionKind.DEFENCE, null, "not so", List.of()), People.cadre("c1"));
    }

    private void answer(String id, boolean upheld) {
        write.send(new AnswerObjection("j1", Q1, id, upheld, "considered", null), APPROVER);
    }

    @Test
    void only_what_was_published_becomes_final_and_only_once() {
        refused(Reason.NOT_PUBLISHED, () -> write.send(finalise("2026-Q1"), PUBLISHER));
        published();
        write.on("2026-04-11").send(finalise("2026-Q1"), PUBLISHER);
        assertThat(write.lastCommit()).containsExactly(new PeriodFinalised("j1", Q1, "document 4"));
        refused(Reason.ALREADY_FINAL, () -> write.send(finalise("2026-Q1"), PUBLISHER));
    }

    @Test
    void the_last_day_of_the_window_is_still_open() {
        published();
        write.on("2026-04-10");
        refused(Reason.WINDOW_OPEN, () -> write.send(finalise("2026-Q1"), PUBLISHER));
        write.on("2026-04-11").send(finalise("2026-Q1"), PUBLISHER);
        assertThat(write.periods().board(Q1).isFinal()).isTrue();
    }

    @Test
    void a_county_without_a_window_finalises_at_once() {
        WriteSide atOnce = new WriteSide(Given.county("j1", 0)).on("2026-04-03");
        atOnce.closed("2026-01", "2026-02", "2026-03");
        atOnce.send(new PublishBoard("j1", Q1, null), PUBLISHER);
        atOnce.send(finalise("2026-Q1"), PUBLISHER);
        assertThat(atOnce.periods().board(Q1).isFinal()).isTrue();
    }

    @Test
    void a_revision_that_changed_a_row_restarts_the_window_and_one_that_changed_none_does_not() {
        published();
        sealed(1, 2);
        write.on("2026-04-09").send(new ReviseBoard("j1", Q1, null), PUBLISHER);
        write.on("2026-04-13");
        // not computed yet: it may have changed a row
        refused(Reason.WINDOW_OPEN, () -> write.send(finalise("2026-Q1"), PUBLISHER));
        sealed(2, 1);
        refused(Reason.WINDOW_OPEN, () -> write.send(finalise("2026-Q1"), PUBLISHER));
        write.send(new ReviseBoard("j1", Q1, null), PUBLISHER);
        sealed(3, 0);
        write.on("2026-04-16");
        refused(Reason.WINDOW_OPEN, () -> write.send(finalise("2026-Q1"), PUBLISHER));
        write.on("2026-04-17").send(finalise("2026-Q1"), PUBLISHER);
        assertThat(write.periods().board(Q1).isFinal()).isTrue();
    }

    @Test
    void every_objection_is_answered_first() {
        published();
        objection("o1");
        write.on("2026-05-01");
        refused(Reason.OBJECTIONS_OPEN, () -> write.send(finalise("2026-Q1"), PUBLISHER));
        answer("o1", false);
        write.send(finalise("2026-Q1"), PUBLISHER);
        assertThat(write.periods().board(Q1).isFinal()).isTrue();
    }

    @Test
    void every_upheld_objection_is_in_a_later_revision() {
        published();
        objection("o1");
        answer("o1", true);
        write.on("2026-05-01");
        refused(Reason.REVISION_NEEDED, () -> write.send(finalise("2026-Q1"), PUBLISHER));
        write.send(new ReviseBoard("j1", Q1, null), PUBLISHER);
        write.on("2026-06-01").send(finalise("2026-Q1"), PUBLISHER);
        assertThat(write.periods().board(Q1).isFinal()).isTrue();
    }

    @Test
    void quarters_become_final_in_order() {
        write.on("2026-07-02");
        published();
        write.closed("2026-04", "2026-05", "2026-06");
        write.send(new PublishBoard("j1", Period.parse("2026-Q2"), null), PUBLISHER);
        write.on("2026-08-01");
        refused(Reason.PERIOD_ORDER, () -> write.send(finalise("2026-Q2"), PUBLISHER));
        write.send(finalise("2026-Q1"), PUBLISHER);
        write.send(finalise("2026-Q2"), PUBLISHER);
        assertThat(write.periods().board(Period.parse("2026-Q2")).isFinal()).isTrue();
    }

    @Test
    void a_month_is_closed_not_finalised_and_only_at_home() {
        refusedField("period", "quarter-or-year", () -> write.send(finalise("2026-03"), PUBLISHER));
        refused(Reason.OTHER_JURISDICTION, () -> write.send(finalise("2026-Q1"), ELSEWHERE));
    }
}
