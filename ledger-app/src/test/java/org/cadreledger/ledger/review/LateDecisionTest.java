package org.cadreledger.ledger.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cadreledger.testbed.Given.claim;
import static org.cadreledger.testbed.People.APPROVER;
import static org.cadreledger.testbed.People.REVIEWER;

import org.cadreledger.access.Actor;
import org.cadreledger.ledger.ApproveClaim;
import org.cadreledger.ledger.CarryOverClaim;
import org.cadreledger.ledger.CarryOverClaim.CarriedOver;
import org.cadreledger.ledger.ClaimStatus;
import org.cadreledger.ledger.Entry;
import org.cadreledger.ledger.LedgerEvent.ClaimApproved;
import org.cadreledger.ledger.LedgerEvent.EntryBroughtForward;
import org.cadreledger.ledger.ScoreClaim;
import org.cadreledger.refusal.Reason;
import org.cadreledger.testbed.People;
import org.cadreledger.testbed.Refusals;
import org.cadreledger.testbed.WriteSide;
import org.cadreledger.time.Month;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LateDecisionTest {
    private static final Actor C1 = People.cadre("c1");
    private static final ScoreClaim SCORE = new ScoreClaim("c1", "k1", null, null, null);
    private static final ApproveClaim APPROVE = new ApproveClaim("c1", "k1", null);
    private static final CarryOverClaim CARRY = new CarryOverClaim("c1", "k1", "not decided yet");

    private final WriteSide write = new WriteSide();

    private ClaimStatus status() {
        return write.ledgers("c1").claim("k1").orElseThrow().status();
    }

    private void scored() {
        write.send(claim("k1"), C1);
        write.send(SCORE, REVIEWER);
    }

    @Nested
    class An_approved_claim {
        @Test
        void is_an_entry_with_the_claims_id_in_its_month() {
            scored();
            assertThat(write.send(APPROVE, APPROVER).month()).isEqualTo(Month.parse("2026-03"));
            assertThat(write.lastCommit()).singleElement().isInstanceOfSatisfying(ClaimApproved.class, e -> {
                assertThat(e.entry().entryId()).isEqualTo("k1");
                assertThat(e.entry().kind()).isEqualTo(Entry.EntryKind.BONUS);
                assertThat(e.entry().fixed()).isFalse();
                assertThat(e.entry().declaredFor()).isEqualTo(Month.parse("2026-03"));
            });
            assertThat(write.ledgers("c1").entry("k1").orElseThrow().handledBy())
                    .containsExactlyInAnyOrder("reviewer", "approver");
        }

        @Test
        void counts_in_the_earliest_open_month_when_its_own_was_closed_over_it() {
            write.send(claim("k1", "2026-01", "A7", null), C1);
            write.send(SCORE, REVIEWER);
            write.closed("2026-01", "2026-02");
            assertThat(write.send(APPROVE, APPROVER).month()).isEqualTo(Month.parse("2026-03"));
            Entry entry = write.ledgers("c1").entry("k1").orElseThrow().entry();
            assertThat(entry.declaredFor()).isEqualTo(Month.parse("2026-01"));
            assertThat(entry.countsIn()).isEqualTo(Month.parse("2026-03"));
        }

        @Test
        void of_a_rule_for_once_a_month_does_not_count_beside_one_that_was_late() {
            write.on("2026-03-15");
            write.send(claim("k1", "2026-02", "AM", null), C1);
            write.send(claim("k2", "2026-03", "AM", null), C1);
            write.send(SCORE, REVIEWER);
            write.send(new ScoreClaim("c1", "k2", null, null, null), REVIEWER);
            write.closed("2026-01", "2026-02");
            assertThat(write.send(APPROVE, APPROVER).month()).isEqualTo(Month.parse("2026-03"));
            Refusals.refused(Reason.RULE_USED, () -> write.send(new ApproveClaim("c1", "k2", null), APPROVER));
        }

        @Test
        void over_the_years_edge_stands_in_both_years_books_in_one_commit() {
            write.on("2027-01-20");
            write.send(claim("k1", "2026-12", "A7", null), C1);
            write.send(SCORE, REVIEWER);
            write.closed("2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06");
            write.closed("2026-07", "2026-08", "2026-09", "2026-10", "2026-11", "2026-12");
            assertThat(write.send(APPROVE, APPROVER).month()).isEqualTo(Month.parse("2027-01"));
            assertThat(write.lastRecords())
                    .extracting(recorded -> recorded.stream())
                    .containsExactly("ledger:c1:2026", "ledger:c1:2027");
            Entry entry = write.ledgers("c1").entry("k1").orElseThrow().entry();
            assertThat(write.lastCommit().getLast()).isEqualTo(new EntryBroughtForward("c1", "k1", 2026, entry));
        }
    }

    @Nested
    class Carrying_over {
        @Test
        void moves_to_the_next_open_month_and_keeps_status_and_points() {
            write.send(claim("k1", "2026-01", "A7", null), C1);
            write.send(SCORE, REVIEWER);
            assertThat(write.send(CARRY, REVIEWER)).isEqualTo(new CarriedOver(Month.parse("2026-02")));
            write.closed("2026-01", "2026-02");
            assertThat(write.send(CARRY, REVIEWER)).isEqualTo(new CarriedOver(Month.parse("2026-03")));
            assertThat(status()).isEqualTo(ClaimStatus.SCORED);
            assertThat(write.send(APPROVE, APPROVER).month()).isEqualTo(Month.parse("2026-03"));
            assertThat(write.ledgers("c1").entry("k1").orElseThrow().entry().declaredFor())
                    .isEqualTo(Month.parse("2026-03"));
        }

        @Test
        void from_december_leads_into_the_next_years_books() {
            write.on("2026-12-30");
            write.send(claim("k1", "2026-12", "A7", null), C1);
            write.send(SCORE, REVIEWER);
            assertThat(write.send(CARRY, REVIEWER)).isEqualTo(new CarriedOver(Month.parse("2027-01")));
            write.send(APPROVE, APPROVER);
            assertThat(write.lastRecords())
                    .extracting(recorded -> recorded.stream())
                    .containsExactly("ledger:c1:2026", "ledger:c1:2027");
        }
    }
}
