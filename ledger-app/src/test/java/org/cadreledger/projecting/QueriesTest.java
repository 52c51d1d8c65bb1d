package org.cadreledger.projecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import org.cadreledger.cadre.Category;
import org.cadreledger.consequence.ConsequenceEvent.FraudCaseOpened;
import org.cadreledger.consequence.Flag;
import org.cadreledger.facts.Streams;
import org.cadreledger.ledger.scoring.PeriodScoring;
import org.cadreledger.ledger.statement.FoldedLedgers;
import org.cadreledger.objection.Objection;
import org.cadreledger.objection.ObjectionKind;
import org.cadreledger.objection.Objections;
import org.cadreledger.period.PeriodEvent.ObjectionAnswered;
import org.cadreledger.period.PeriodEvent.ObjectionRaised;
import org.cadreledger.period.Periods;
import org.cadreledger.points.Points;
import org.cadreledger.read.PageRequest;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.refusal.Refusal;
import org.cadreledger.time.Month;
import org.cadreledger.time.Period;
import org.cadreledger.time.Quarter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueriesTest extends ReadSideFixture {
    private static final Month JANUARY = new Month(2026, 1);
    private static final Quarter Q1 = new Quarter(2026, 1);
    private static final Instant APRIL = Instant.parse("2026-04-05T02:00:00Z");
    private static final PageRequest ALL = new PageRequest(100, null);
    private static final int CADRES = 20;

    @BeforeEach
    void a_county() {
        county.catalogue();
        county.define(JANUARY);
        for (int i = 0; i < CADRES; i++) {
            county.register("c" + i);
        }
    }

    private static Periods.Status status(ReadModels models, Period period) {
        return models.periods().status("ly", period, APRIL).orElseThrow();
    }

    @Test
    void an_undecided_claim_and_an_earlier_month_block_closing() {
        county.claim("c1", "k1", new Month(2026, 2));
        county.declare("c1", new Month(2026, 2));
        ReadModels models = caughtUp();

        Periods.Status february = status(models, new Month(2026, 2));
        assertThat(february.state()).isEqualTo(Periods.State.OPEN);
        assertThat(february.blocking())
                .extracting(Periods.Block::kind)
                .containsExactly("EARLIER_MONTH_OPEN", "UNDECIDED_CLAIM");
        assertThat(february.declared()).isEqualTo(1);
        assertThat(february.undeclared()).isEqualTo(CADRES - 1);
        assertThat(february.undecided()).isEqualTo(1);
        assertThat(models.periods().undeclared("ly", new Month(2026, 2), ALL).items())
                .hasSize(CADRES - 1)
                .noneMatch(cadre -> cadre.cadreId().equals("c1"));
        assertThat(status(models, Q1).blocking()).extracting("kind").containsOnly("MONTHS_OPEN");
        assertThat(models.periods().status("elsewhere", JANUARY, APRIL)).isEmpty();
    }

    @Test
    void a_published_quarter_waits_for_its_window_its_objections_and_their_revision() {
        county.quarter(Q1, CADRES);
        objection("o1", "c1");
        objection("o2", "c2");
        answer("o1", "c1", true);
        ReadModels models = caughtUp();

        Periods.Status quarter = status(models, Q1);
        assertThat(quarter.state()).isEqualTo(Periods.State.PUBLISHED);
        assertThat(quarter.objectionsUntil()).isEqualTo(LocalDate.of(2026, 4, 10));
        assertThat(quarter.openObjections()).isEqualTo(1);
        assertThat(quarter.blocking())
                .extracting(Periods.Block::kind)
                .containsExactly("WINDOW_OPEN", "REVISION_NEEDED", "OBJECTION_OPEN");
        var open = new Objections.Query("ly", Q1, Objection.Status.OPEN, null);
        assertThat(models.objections().find(open, ALL).items())
                .extracting(Objection::objectionId)
                .containsExactly("o2");
        assertThat(models.objections().find("ly", "o1").orElseThrow().status()).isEqualTo(Objection.Status.UPHELD);
    }

    private void objection(String id, String cadreId) {
        county.append(
                "u-" + cadreId,
                Streams.period("ly", 2026),
                new ObjectionRaised("ly", Q1, id, cadreId, ObjectionKind.DEFENCE, null, java.util.List.of(), "no"));
    }

    private void answer(String id, String cadreId, boolean upheld) {
        county.append(
                "qian",
                Streams.period("ly", 2026),
                new ObjectionAnswered("ly", Q1, id, cadreId, upheld, null, null, "yes"));
    }

    @Test
    void a_board_has_names_lists_and_a_total_that_the_cadres_own_statement_explains() {
        long published = county.quarter(Q1, CADRES);
        ReadModels models = caughtUp();
        var ledgers = new FoldedLedgers(log, folds, types, PeriodScoring.Modes.DEFAULT);

        var board = models.boards().find("ly", Q1, Category.SECTION, null).orElseThrow();
        assertThat(board.position()).isEqualTo(published);
        assertThat(board.seal()).hasSize(64);
        assertThat(board.cuts().top()).isEqualTo(3);
        assertThat(board.rows()).hasSize(CADRES).allSatisfy(row -> {
            assertThat(row.name()).isEqualTo("名" + row.cadreId());
            assertThat(ledgers.statement(row.cadreId(), Q1, null).total()).isEqualTo(row.total());
        });
        assertThat(models.consequences().find("ly", 2026, null)).isEmpty();
        assertThat(models.boards()
                        .find("ly", Q1, Category.RESERVE, null)
                        .orElseThrow()
                        .rows())
                .isEmpty();
    }

    @Test
    void a_statement_as_at_a_position_does_not_know_what_came_later() {
        county.claim("c1", "k1", JANUARY);
        long approved = county.approve("c1", "k1", JANUARY, Points.of(3));
        county.reverse("c1", "k1", JANUARY);
        var ledgers = new FoldedLedgers(log, folds, types, PeriodScoring.Modes.DEFAULT);

        assertThat(ledgers.statement("c1", JANUARY, approved - 1).total()).isEqualTo(Points.of(100));
        assertThat(ledgers.statement("c1", JANUARY, approved).total()).isEqualTo(Points.of(103));
        assertThat(ledgers.statement("c1", JANUARY, null).total()).isEqualTo(Points.of(100));
        assertThatThrownBy(() -> ledgers.statement("nobody", JANUARY, null)).isInstanceOf(Refusal.class);
    }

    @Test
    void the_history_has_every_event_of_the_cadre_in_order_with_ids_at_the_top() {
        county.claim("c1", "k1", JANUARY);
        county.claim("c2", "k2", JANUARY);
        county.approve("c1", "k1", JANUARY, Points.of(3));
        county.publish(Q1, 1);
        objection("o1", "c1");
        objection("o2", "c2");
        county.append("zhao", Streams.consequence("c1"), new FraudCaseOpened("c1", "f1", "k1", "forged"));
        var ledgers = new FoldedLedgers(log, folds, types, PeriodScoring.Modes.DEFAULT);

        var first = ledgers.history("c1", new PageRequest(3, null));
        var rest = ledgers.history("c1", new PageRequest(3, first.next()));
        assertThat(first.items())
                .extracting("type")
                .containsExactly("cadre.registered.v1", "ledger.bonus-claimed.v1", "ledger.claim-approved.v1");
        assertThat(rest.items())
                .extracting("type")
                .containsExactly("period.objection-raised.v1", "consequence.fraud-case-opened.v1");
        assertThat(rest.next()).isNull();
        assertThat(first.items().get(1).payload())
                .containsEntry("claimId", "k1")
                .containsEntry("account", "account")
                .containsEntry("month", "2026-01");
        assertThat(caughtUp().consequences().fraudCases("ly"))
                .extracting("caseId", "openedBy")
                .containsExactly(org.assertj.core.groups.Tuple.tuple("f1", "zhao"));
    }

    @Test
    void three_quarters_at_the_bottom_raise_a_talk() {
        county.register("idle");
        for (int quarter = 1; quarter <= 3; quarter++) {
            county.quarter(new Quarter(2026, quarter), CADRES);
        }
        ReadModels models = caughtUp();

        assertThat(models.consequences().find("ly", 2026, null))
                .filteredOn(consequence -> consequence.flag() == Flag.TALK)
                .singleElement()
                .satisfies(talk -> {
                    assertThat(talk.cadreId()).isEqualTo("idle");
                    assertThat(talk.raisedBy())
                            .containsExactly(Q1, Q1.next(), Q1.next().next());
                    assertThat(talk.provisional()).isTrue();
                });
        assertThat(models.consequences().find(null, null, "idle")).hasSize(1);
        assertThat(models.consequences().find("ly", 2025, null)).isEmpty();
    }

    @Test
    void cadres_are_listed_by_id_page_by_page() {
        ReadModels models = caughtUp();
        var first = models.cadres().find("ly", "办公室", new PageRequest(15, null));
        var second = models.cadres().find(null, null, new PageRequest(15, first.next()));
        assertThat(first.items()).hasSize(15);
        assertThat(second.items()).hasSize(CADRES - 15);
        assertThat(second.next()).isNull();
        assertThat(models.cadres().find("c7").orElseThrow().name()).isEqualTo("名c7");
        assertThat(models.cadres().find("c77")).isEmpty();
    }
}
