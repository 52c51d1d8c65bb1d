package org.cadreledger.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.cadreledger.cadre.Category;
import org.cadreledger.facts.Streams;
import org.cadreledger.ledger.DeskItem;
import org.cadreledger.ledger.Entry.EntryKind;
import org.cadreledger.ledger.LedgerEvent.DeductionApplied;
import org.cadreledger.ledger.PendingItems;
import org.cadreledger.ledger.PendingItems.DeskCounts;
import org.cadreledger.ledger.PendingItems.DeskState;
import org.cadreledger.ledger.PendingItems.DeskView;
import org.cadreledger.ledger.PendingItems.Filter;
import org.cadreledger.ledger.PendingItems.Waiting;
import org.cadreledger.ledger.Proposal;
import org.cadreledger.points.Points;
import org.cadreledger.read.PageRequest;
import org.cadreledger.time.Month;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeskViewTest extends ReadSideFixture {
    private static final Month JANUARY = new Month(2026, 1);
    private static final Month FEBRUARY = new Month(2026, 2);
    private static final PageRequest ALL = new PageRequest(100, null);

    /** In the order of ids too: what came in the same millisecond is in that order. */
    @BeforeEach
    void things_wait() {
        county.define(JANUARY);
        county.register("a", "王芳", "水利局", Category.SECTION);
        county.register("b", "李强", "档案馆", Category.SECTION);
        county.claim("a", "k1", JANUARY);
        county.claim("a", "k2", FEBRUARY);
        county.claim("b", "k3", FEBRUARY);
        county.score("a", "k1", JANUARY);
        Proposal proposal = new Proposal(
                EntryKind.DEDUCTION,
                "N1",
                null,
                null,
                1,
                Points.of(5),
                FEBRUARY,
                "late",
                LocalDate.of(2026, 2, 3),
                "circular",
                List.of(),
                null);
        county.append("sun", Streams.ledger("b", 2026), new DeductionApplied("b", "m4", proposal));
    }

    private static List<String> ids(DeskView view) {
        return view.page().items().stream().map(item -> item.item().itemId()).toList();
    }

    private static Filter state(DeskState state) {
        return new Filter(state, null, null, null, null, null);
    }

    @Test
    void what_waits_in_each_state_is_counted_with_the_oldest_of_it() {
        PendingItems desk = caughtUp().pending();
        Map<DeskState, Waiting> waiting = desk.waiting("ly");
        assertThat(waiting).containsOnlyKeys(DeskState.DECLARED, DeskState.SCORED, DeskState.UNCONFIRMED);
        waiting.forEach((state, one) -> {
            DeskView view = desk.desk("ly", state(state), ALL);
            assertThat(one.number()).isEqualTo(view.total());
            Instant oldest = view.page().items().getFirst().item().since();
            assertThat(one.oldest()).isEqualTo(oldest.truncatedTo(ChronoUnit.MILLIS));
        });
        assertThat(desk.waiting("elsewhere")).isEmpty();
    }

    @Test
    void everything_that_waits_is_there_oldest_first_with_names_and_numbers() {
        DeskView view = caughtUp().pending().desk("ly", Filter.ALL, ALL);
        assertThat(ids(view)).containsExactly("k1", "k2", "k3", "m4");
        assertThat(view.page().items()).extracting(DeskItem::name).containsExactly("王芳", "王芳", "李强", "李强");
        assertThat(view.page().items()).extracting(DeskItem::unit).containsExactly("水利局", "水利局", "档案馆", "档案馆");
        assertThat(view.total()).isEqualTo(4);
        assertThat(view.counts()).isEqualTo(new DeskCounts(2, 1, 0, 1));
        assertThat(view.months()).containsExactly(JANUARY, FEBRUARY);
        assertThat(view.units()).containsExactly("档案馆", "水利局");
        assertThat(view.rules()).containsExactly("A7", "N1");
    }

    @Test
    void each_filter_narrows_and_the_numbers_by_state_leave_the_state_aside() {
        PendingItems desk = caughtUp().pending();
        assertThat(ids(desk.desk("ly", state(DeskState.SCORED), ALL))).containsExactly("k1");
        assertThat(ids(desk.desk("ly", state(DeskState.UNCONFIRMED), ALL))).containsExactly("m4");
        assertThat(ids(desk.desk("ly", state(DeskState.RETURNED), ALL))).isEmpty();
        assertThat(desk.desk("ly", state(DeskState.SCORED), ALL).counts().all()).isEqualTo(4);
        assertThat(ids(desk.desk("ly", new Filter(null, FEBRUARY, null, "A7", null, null), ALL)))
                .containsExactly("k2", "k3");
        assertThat(ids(desk.desk("ly", new Filter(null, null, "档案馆", null, null, null), ALL)))
                .containsExactly("k3", "m4");
        assertThat(ids(desk.desk("ly", new Filter(null, null, null, null, null, "芳"), ALL)))
                .containsExactly("k1", "k2");
        assertThat(ids(desk.desk("ly", new Filter(null, null, null, null, null, "LATE"), ALL)))
                .containsExactly("m4");
        assertThat(ids(desk.desk(null, Filter.ALL, ALL))).hasSize(4);
        assertThat(desk.desk("elsewhere", Filter.ALL, ALL).total()).isZero();
    }

    @Test
    void only_what_is_older_than_a_time_is_shown() {
        PendingItems desk = caughtUp().pending();
        List<DeskItem> all = desk.desk("ly", Filter.ALL, ALL).page().items();
        for (DeskItem each : all) {
            Instant before = each.item().since();
            var older = desk.desk("ly", new Filter(null, null, null, null, before, null), ALL);
            assertThat(older.page().items())
                    .isEqualTo(all.stream()
                            .filter(item -> item.item().since().isBefore(before))
                            .toList());
        }
        Instant later = all.getLast().item().since().plusMillis(1);
        assertThat(ids(desk.desk("ly", new Filter(null, null, null, null, later, null), ALL)))
                .hasSize(4);
    }

    @Test
    void pages_follow_each_other() {
        PendingItems desk = caughtUp().pending();
        var first = desk.desk("ly", Filter.ALL, new PageRequest(3, null));
        var second = desk.desk("ly", Filter.ALL, new PageRequest(3, first.page().next()));
        assertThat(ids(first)).containsExactly("k1", "k2", "k3");
        assertThat(ids(second)).containsExactly("m4");
        assertThat(second.page().next()).isNull();
        assertThat(second.total()).isEqualTo(4);
    }
}
