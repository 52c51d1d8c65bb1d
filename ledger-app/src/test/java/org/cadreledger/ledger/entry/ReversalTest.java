package org.cadreledger.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.testbed.Given.deduction;
import static org.cadreledger.testbed.People.APPROVER;
import static org.cadreledger.testbed.People.ELSEWHERE;
import static org.cadreledger.testbed.People.OTHER_APPROVER;
import static org.cadreledger.testbed.People.REVIEWER;
import static org.cadreledger.testbed.Refusals.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.cadreledger.cadre.CadreEvent.CadreTransferredOut;
import org.cadreledger.consequence.ConsequenceEvent.FraudCaseOpened;
import org.cadreledger.facts.Streams;
import org.cadreledger.ledger.ConfirmDeduction;
import org.cadreledger.ledger.LedgerEvent.EntryReversed;
import org.cadreledger.ledger.ReverseEntry;
import org.cadreledger.ledger.ReverseEntry.Reversed;
import org.cadreledger.refusal.Reason;
import org.cadreledger.testbed.Given;
import org.cadreledger.testbed.People;
import org.cadreledger.testbed.WriteSide;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReversalTest {
    private static final ReverseEntry REVERSE = new ReverseEntry("c1", "d1", "mistaken identity", false);
    private static final ReverseEntry FRAUD = new ReverseEntry("c1", "d1", "forged", true);

    private final WriteSide write = new WriteSide();

    @BeforeEach
    void an_entry() {
        write.send(deduction("d1"), REVIEWER);
        write.send(new ConfirmDeduction("c1", "d1", null), APPROVER);
    }

    @Test
    void a_reversed_entry_counts_nowhere() {
        assertThat(write.send(REVERSE, APPROVER)).isEqualTo(new Reversed("d1", null));
        assertThat(write.lastCommit()).containsExactly(new EntryReversed("c1", "d1", "mistaken identity", false, null));
        assertThat(write.ledgers("c1").entry("d1").orElseThrow().counts()).isFalse();
    }

    @Test
    void fraud_opens_a_case_in_the_same_commit() {
        String caseId = Objects.requireNonNull(write.send(FRAUD, APPROVER).caseId());
        assertThat(caseId).hasSize(20);
        assertThat(write.lastCommit())
                .containsExactlyInAnyOrder(
                        new EntryReversed("c1", "d1", "forged", true, null),
                        new FraudCaseOpened("c1", caseId, "d1", "forged"));
        assertThat(write.log.stream(Streams.consequence("c1"))).singleElement().satisfies(opened -> {
            assertThat(opened.sequence()).isZero();
            assertThat(opened.by()).isEqualTo("approver");
            assertThat(opened.jurisdiction()).isEqualTo("j1");
        });
    }

    @Test
    void a_second_case_of_the_cadre_follows_the_first() {
        write.send(FRAUD, APPROVER);
        write.send(deduction("d2"), REVIEWER);
        write.send(new ConfirmDeduction("c1", "d2", null), APPROVER);
        write.send(new ReverseEntry("c1", "d2", "forged", true), APPROVER);
        assertThat(write.log.stream(Streams.consequence("c1")))
                .extracting(opened -> opened.sequence())
                .containsExactly(0L, 1L);
    }

    @Test
    void the_same_reversal_again_is_a_repeat_and_another_one_is_too_late() {
        Reversed first = write.send(FRAUD, APPROVER);
        long end = write.log.end();
        assertThat(write.send(FRAUD, OTHER_APPROVER)).isEqualTo(first);
        assertThat(write.log.end()).isEqualTo(end);
        refused(Reason.WRONG_STATE, () -> write.send(REVERSE, APPROVER));
    }

    @Test
    void an_unconfirmed_deduction_is_no_entry() {
        write.send(deduction("d2"), REVIEWER);
        refused(Reason.UNKNOWN_ENTRY, () -> write.send(new ReverseEntry("c1", "d2", "mistake", false), APPROVER));
    }

    @Test
    void nobody_reverses_an_entry_of_the_own_or_of_another_county() {
        refused(Reason.FOUR_EYES, () -> write.send(REVERSE, People.staffCadre("c1")));
        refused(Reason.OTHER_JURISDICTION, () -> write.send(REVERSE, ELSEWHERE));
    }

    @Test
    void the_projections_of_every_county_that_holds_the_entry_learn_of_it() {
        write.given(Streams.jurisdiction("j2"), "j2", Given.county("j2", 5));
        LocalDate since = LocalDate.parse("2026-03-10");
        write.given(Streams.cadre("c1"), "j1", new CadreTransferredOut("c1", "j1", "j2", since, List.of()));
        write.given(Streams.cadre("c1"), "j2", Given.joins("c1", "j2", "j1", since));
        write.send(REVERSE, ELSEWHERE);
        assertThat(write.lastRecords())
                .extracting(recorded -> recorded.jurisdiction())
                .containsExactly("j1", "j2");
    }
}
