package org.cadreledger.projecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.cadreledger.board.Boards;
import org.cadreledger.cadre.Category;
import org.cadreledger.ledger.PendingItems;
import org.cadreledger.points.Points;
import org.cadreledger.read.PageRequest;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.time.Month;
import org.cadreledger.time.Quarter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectorsTest extends ReadSideFixture {
    private static final Quarter Q1 = new Quarter(2026, 1);
    private static final Month JANUARY = new Month(2026, 1);
    private static final int CADRES = 20;

    @BeforeEach
    void a_county() {
        county.catalogue();
        county.define(JANUARY);
        for (int i = 0; i < CADRES; i++) {
            county.register("c" + i);
        }
    }

    @Test
    void a_read_that_waits_for_a_write_sees_it() {
        ReadModels models = models();
        Projectors projectors = started(models, tokens());
        assertThat(projectors.await(log.tail().position(), PATIENCE)).isTrue();

        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            long position = county.claim("c1", "q" + i, JANUARY);
            long written = System.nanoTime();
            assertThat(projectors.await(position, PATIENCE)).isTrue();
            micros.add((System.nanoTime() - written) / 1_000);
            assertThat(models.pending().find("c1", "q" + i)).isPresent();
        }
        micros.sort(null);
        // a figure for the reader, no bound: machines differ
        System.out.printf(
                "visible after: median %d µs, 95 %% %d µs, worst %d µs%n",
                micros.get(50), micros.get(95), micros.get(99));
    }

    @Test
    void a_position_that_the_log_does_not_have_is_not_reached() {
        Projectors projectors = started(models(), tokens());
        assertThat(projectors.await(1_000_000, Duration.ofMillis(100))).isFalse();
    }

    @Test
    void a_crash_between_the_write_and_the_token_loses_and_doubles_nothing() {
        county.quarter(Q1, CADRES);
        ReadModels models = models();
        AtomicInteger crashes = new AtomicInteger();
        AtomicBoolean dead = new AtomicBoolean(true);
        Projectors first = started(models, failing(tokens(), dead, crashes));
        await().atMost(PATIENCE)
                .until(() -> crashes.get() > 0 && models.boards().unsealed().size() == 1);
        first.close();
        // the board is written last of its group; how far the other group came is a matter of chance
        Map<String, String> written = dump(1);
        written.keySet().removeIf(key -> !key.startsWith("board") && !key.startsWith("tallies"));
        assertThat(written).hasSizeGreaterThan(CADRES);

        ReadModels again = models();
        Projectors second = started(again, tokens());
        assertThat(second.await(log.tail().position(), PATIENCE)).isTrue();

        Map<String, String> after = dump(1);
        assertThat(after).containsAllEntriesOf(written).isEqualTo(rebuilt(second));
    }

    @Test
    void a_crash_between_the_documents_and_the_board_computes_the_board_again() {
        long published = county.quarter(Q1, CADRES);
        AtomicInteger crashes = new AtomicInteger();
        ReadModels broken = models(
                () -> {
                    crashes.incrementAndGet();
                    throw new IllegalStateException("halted here");
                },
                () -> {});
        Projectors first = started(broken, tokens());
        await().atMost(PATIENCE).until(() -> crashes.get() > 0);
        assertThat(first.await(published, Duration.ofMillis(50))).isFalse();
        first.close();
        assertThat(broken.boards().find("ly", Q1, Category.SECTION, null)).isEmpty();

        ReadModels again = models();
        Projectors second = started(again, tokens());
        assertThat(second.await(published, PATIENCE)).isTrue();
        assertThat(again.boards().find("ly", Q1, Category.SECTION, null)).isPresent();
        assertThat(dump(1)).isEqualTo(rebuilt(second));
    }

    @Test
    void a_rebuild_gives_the_same_documents_and_the_same_seal_and_takes_writes_after() {
        county.quarter(Q1, CADRES);
        county.reverse("c3", JANUARY + "-3", JANUARY);
        county.publish(Q1, 2);
        ReadModels models = models();
        Projectors projectors = started(models, tokens());
        assertThat(projectors.await(log.tail().position(), PATIENCE)).isTrue();
        List<Boards.Seal> seals = models.boards().unsealed();
        assertThat(seals).hasSize(2);
        assertThat(seals.getLast().changedRows()).isPositive();
        Map<String, String> before = dump(1);

        assertThat(rebuilt(projectors)).isEqualTo(before);
        assertThat(models.boards().unsealed()).isEqualTo(seals);
        assertThat(models.ledger().active().number()).isEqualTo(2);

        long position = county.claim("c5", "after", JANUARY);
        assertThat(projectors.await(position, PATIENCE)).isTrue();
        assertThat(models.pending().find("c5", "after")).isPresent();
    }

    @Test
    void the_desk_lists_the_oldest_first_page_by_page() {
        ReadModels models = models();
        Projectors projectors = started(models, tokens());
        for (int i = 0; i < 7; i++) {
            county.claim("c" + i, "k" + i, JANUARY);
        }
        county.score("c2", "k2", JANUARY);
        long position = county.approve("c0", "k0", JANUARY, Points.of(3));
        assertThat(projectors.await(position, PATIENCE)).isTrue();

        var query = new PendingItems.Query(true, "ly", null, JANUARY);
        var first = models.pending().find(query, new PageRequest(4, null));
        assertThat(first.items()).extracting("itemId").containsExactly("k1", "k2", "k3", "k4");
        var second = models.pending().find(query, new PageRequest(4, first.next()));
        assertThat(second.items()).extracting("itemId").containsExactly("k5", "k6");
        assertThat(second.next()).isNull();
        assertThat(models.pending().countUndecided("ly", JANUARY)).isEqualTo(6);
        assertThat(models.pending().find("c2", "k2").orElseThrow().scoredBy()).isEqualTo("li");
    }

    @Test
    void of_no_groups_nothing_is_rebuilt() {
        Projectors projectors = started(models(), tokens());
        OnlineRebuilds rebuilds = opened(new OnlineRebuilds(projectors, log, java.time.Clock.systemUTC()));
        rebuilds.start(List.of());
        assertThat(rebuilds.status()).hasSize(2).allMatch(progress -> progress.state() == Rebuilds.State.IN_USE);
        assertThatThrownBy(() -> new Rebuilding(List.of(), log)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Rebuilds both groups and returns the new documents. */
    private Map<String, String> rebuilt(Projectors projectors) {
        OnlineRebuilds rebuilds = opened(new OnlineRebuilds(projectors, log, java.time.Clock.systemUTC()));
        rebuilds.start(List.of("ledger", "desk"));
        await().atMost(PATIENCE)
                .until(() -> rebuilds.status().stream()
                        .allMatch(progress -> progress.state() == Rebuilds.State.REBUILT
                                || progress.state() == Rebuilds.State.FAILED));
        assertThat(rebuilds.status()).allSatisfy(progress -> {
            assertThat(progress.fault()).isNull();
            assertThat(progress.generation()).isEqualTo(2);
        });
        return dump(2);
    }

    /** Everything works but the storing of tokens, as if the process had halted just before. */
    private static TokenStore failing(TokenStore tokens, AtomicBoolean dead, AtomicInteger crashes) {
        return (TokenStore) Proxy.newProxyInstance(
                TokenStore.class.getClassLoader(), new Class<?>[] {TokenStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("storeToken") && dead.get()) {
                        crashes.incrementAndGet();
                        throw new IllegalStateException("halted here");
                    }
                    try {
                        return method.invoke(tokens, arguments);
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
