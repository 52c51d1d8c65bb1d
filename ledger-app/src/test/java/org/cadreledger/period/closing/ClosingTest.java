package org.cadreledger.period.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.testbed.Given.claim;
import static org.cadreledger.testbed.Given.deduction;
import static org.cadreledger.testbed.People.APPROVER;
import static org.cadreledger.testbed.People.ELSEWHERE;
import static org.cadreledger.testbed.People.PUBLISHER;
import static org.cadreledger.testbed.People.REVIEWER;
import static org.cadreledger.testbed.Refusals.refused;
import static org.cadreledger.testbed.Refusals.refusedField;

import java.time.Instant;
import org.cadreledger.ledger.CarryOverDeduction;
import org.cadreledger.ledger.DismissDeduction;
import org.cadreledger.ledger.WithdrawClaim;
import org.cadreledger.period.CloseMonth;
import org.cadreledger.period.PeriodEvent.MonthClosed;
import org.cadreledger.refusal.Reason;
import org.cadreledger.testbed.People;
import org.cadreledger.testbed.WriteSide;
import org.cadreledger.time.Month;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private final WriteSide write = new WriteSide();

    private static CloseMonth close(String month) {
        return new CloseMonth("j1", Month.parse(month), "document 1");
    }

    @Test
    void a_month_closes_once_after_the_month_before() {
        refused(Reason.PERIOD_ORDER, () -> write.send(close("2026-02"), PUBLISHER));
        write.send(close("2026-01"), PUBLISHER);
        assertThat(write.lastCommit()).containsExactly(new MonthClosed("j1", Month.parse("2026-01"), "document 1"));
        refused(Reason.PERIOD_ALREADY_CLOSED, () -> write.send(close("2026-01"), PUBLISHER));
        write.send(close("2026-02"), PUBLISHER);
        assertThat(write.periods().isClosed(Month.parse("2026-02"))).isTrue();
    }

    @Test
    void a_month_closes_when_it_has_ended_in_the_countys_zone() {
        write.closed("2026-01", "2026-02");
        write.now = Instant.parse("2026-03-31T15:59:59Z");
        refused(Reason.PERIOD_NOT_ENDED, () -> write.send(close("2026-03"), PUBLISHER));
        write.now = Instant.parse("2026-03-31T16:00:00Z");
        write.send(close("2026-03"), PUBLISHER);
        assertThat(write.periods().isClosed(Month.parse("2026-03"))).isTrue();
    }

    @Test
    void a_month_before_the_books_is_none_to_close() {
        refusedField("period", "before-first-month", () -> write.send(close("2025-12"), PUBLISHER));
    }

    @Test
    void january_follows_the_december_of_another_years_stream() {
        write.on("2027-02-01");
        write.closed("2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06");
        write.closed("2026-07", "2026-08", "2026-09", "2026-10", "2026-11");
        refused(Reason.PERIOD_ORDER, () -> write.send(close("2027-01"), PUBLISHER));
        write.closed("2026-12");
        write.send(close("2027-01"), PUBLISHER);
        assertThat(write.lastRecords().getFirst().stream()).isEqualTo("period:j1:2027");
    }

    @Test
    void an_undecided_claim_blocks_closing_until_it_is_decided() {
        write.send(claim("k1", "2026-01", "A7", null), People.cadre("c1"));
        refused(Reason.CLOSING_BLOCKED, () -> write.send(close("2026-01"), PUBLISHER));
        write.send(new WithdrawClaim("c1", "k1"), People.cadre("c1"));
        write.send(close("2026-01"), PUBLISHER);
        assertThat(write.periods().isClosed(Month.parse("2026-01"))).isTrue();
    }

    @Test
    void an_unconfirmed_deduction_blocks_the_month_that_it_is_for() {
        write.send(deduction("d1", "2026-01", "N1"), REVIEWER);
        refused(Reason.CLOSING_BLOCKED, () -> write.send(close("2026-01"), PUBLISHER));
        write.send(new CarryOverDeduction("c1", "d1", "hearing"), REVIEWER);
        write.send(close("2026-01"), PUBLISHER);
        refused(Reason.CLOSING_BLOCKED, () -> write.send(close("2026-02"), PUBLISHER));
        write.send(new DismissDeduction("c1", "d1", "unfounded"), APPROVER);
        write.send(close("2026-02"), PUBLISHER);
        assertThat(write.periods().isClosed(Month.parse("2026-02"))).isTrue();
    }

    @Test
    void nothing_is_closed_on_stale_projections() {
        write.projectionsKeepUp = false;
        refused(Reason.NOT_YET_VISIBLE, () -> write.send(close("2026-01"), PUBLISHER));
    }

    @Test
    void staff_close_only_the_own_county_and_only_one_that_is_there() {
        refused(Reason.OTHER_JURISDICTION, () -> write.send(close("2026-01"), ELSEWHERE));
        refused(
                Reason.UNKNOWN_JURISDICTION,
                () -> write.send(new CloseMonth("j9", Month.parse("2026-01"), null), PUBLISHER));
    }
}
