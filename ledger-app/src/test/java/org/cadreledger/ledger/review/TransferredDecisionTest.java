package org.cadreledger.ledger.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.testbed.Given.claim;
import static org.cadreledger.testbed.People.APPROVER;
import static org.cadreledger.testbed.People.REVIEWER;

import java.time.LocalDate;
import java.util.List;
import org.cadreledger.access.CommandContext;
import org.cadreledger.cadre.CadreEvent.CadreTransferredOut;
import org.cadreledger.decisions.Decision;
import org.cadreledger.facts.Streams;
import org.cadreledger.jurisdiction.JurisdictionEvent.JurisdictionDefined;
import org.cadreledger.ledger.ApproveClaim;
import org.cadreledger.ledger.ApproveClaim.Approved;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.ReverseEntry;
import org.cadreledger.ledger.ScoreClaim;
import org.cadreledger.ledger.keeping.LedgerFacts;
import org.cadreledger.log.Recorded;
import org.cadreledger.period.PeriodEvent.MonthClosed;
import org.cadreledger.testbed.Given;
import org.cadreledger.testbed.People;
import org.cadreledger.testbed.WriteSide;
import org.cadreledger.time.Month;
import org.junit.jupiter.api.Test;

/** What was pending when a cadre left county j1 on 2026-04-01 and is decided in j2. */
class TransferredDecisionTest {
    private final WriteSide write = new WriteSide().on("2026-04-10");

    private void scored(String month) {
        write.send(claim("k1", month, "A7", null), People.cadre("c1"));
        write.send(new ScoreClaim("c1", "k1", null, null, null), REVIEWER);
    }

    private void transferred(String firstMonthThere) {
        LocalDate since = LocalDate.parse("2026-04-01");
        write.given(
                Streams.jurisdiction("j2"),
                "j2",
                new JurisdictionDefined("j2", "Other", "Asia/Shanghai", 5, Month.parse(firstMonthThere), false));
        write.given(Streams.cadre("c1"), "j1", new CadreTransferredOut("c1", "j1", "j2", since, List.of("k1")));
        write.given(Streams.cadre("c1"), "j2", Given.joins("c1", "j2", "j1", since));
    }

    private void closedThere(String... months) {
        for (String month : months) {
            write.given(Streams.period("j2", 2026), "j2", new MonthClosed("j2", Month.parse(month), null));
        }
    }

    private Entry approve() {
        Approved approved = write.send(new ApproveClaim("c1", "k1", null), APPROVER);
        Entry entry = write.ledgers("c1").entry("k1").orElseThrow().entry();
        assertThat(approved.month()).isEqualTo(entry.countsIn());
        return entry;
    }

    private List<String> countiesOfTheLastCommit() {
        return write.lastRecords().stream().map(Recorded::jurisdiction).toList();
    }

    @Test
    void counts_on_the_left_countys_quarter_while_its_month_is_open_there() {
        scored("2026-03");
        transferred("2026-01");
        closedThere("2026-01", "2026-02", "2026-03");
        Entry entry = approve();
        assertThat(entry.countsIn()).isEqualTo(Month.parse("2026-03"));
        assertThat(entry.fixed()).isTrue();
        assertThat(countiesOfTheLastCommit()).containsExactly("j1", "j2");
    }

    @Test
    void counts_in_the_new_countys_quarter_once_the_left_county_has_closed_its_own() {
        scored("2026-03");
        write.closed("2026-01", "2026-02", "2026-03");
        transferred("2026-01");
        Entry entry = approve();
        assertThat(entry.countsIn()).isEqualTo(Month.parse("2026-04"));
        assertThat(entry.declaredFor()).isEqualTo(Month.parse("2026-03"));
        assertThat(entry.fixed()).isFalse();
        assertThat(countiesOfTheLastCommit()).containsExactly("j2");
        assertThat(write.folds.periods("j2", write.now).countingMonth(entry, Long.MAX_VALUE))
                .isEqualTo(Month.parse("2026-04"));
    }

    @Test
    void never_counts_before_the_new_countys_books_begin() {
        scored("2026-03");
        write.closed("2026-01", "2026-02", "2026-03");
        transferred("2026-06");
        assertThat(approve().countsIn()).isEqualTo(Month.parse("2026-06"));
    }

    @Test
    void a_reversal_reaches_every_county_the_cadre_belonged_to() {
        scored("2026-03");
        transferred("2026-01");
        approve();
        write.send(new ReverseEntry("c1", "k1", "wrong", false), APPROVER);
        assertThat(countiesOfTheLastCommit()).containsExactly("j1", "j2");
    }

    @Test
    void a_decision_that_waited_for_a_transfer_is_taken_in_the_new_county() {
        scored("2026-03");
        LedgerFacts before = write.books().facts("c1", new CommandContext(APPROVER, write.now, "key"));
        assertThat(before.jurisdiction()).isEqualTo("j1");
        transferred("2026-01");
        String decidedIn = write.inUnitOfWork(
                () -> write.books().decide(before, 2026, known -> Decision.repeat(known.jurisdiction())));
        assertThat(decidedIn).isEqualTo("j2");
    }
}
