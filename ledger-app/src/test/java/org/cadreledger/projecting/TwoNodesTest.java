package org.cadreledger.projecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.cadreledger.cadre.Cadres.Query;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.read.PageRequest;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.store.LogMessageSource;
import org.cadreledger.time.Month;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two read sides on one database, as two processes would have them. */
class TwoNodesTest extends ReadSideFixture {
    private static final PageRequest ALL = new PageRequest(100, null);

    private static final int BEGINNERS = 8;

    private final List<Node> nodes = new ArrayList<>();
    private int cadres;

    private record Node(ReadModels models, Projectors projectors) {
        int cadres() {
            return Math.toIntExact(models.cadres().search("ly", Query.ALL, ALL).total());
        }

        Projector ledger() {
            return projectors.named("ledger").orElseThrow();
        }
    }

    @BeforeEach
    void start() {
        county.define(new Month(2026, 1));
        for (String name : List.of("one", "two")) {
            ReadModels models = models();
            Projectors projectors = opened(new Projectors(
                    models.groups(),
                    log,
                    opened(new LogMessageSource(log)),
                    ProjectingConfiguration.tokens(database, name),
                    ProcessorSettings.DEFAULT,
                    SharedMarks.in(database),
                    new Nodes(database, name)));
            projectors.start();
            nodes.add(new Node(models, projectors));
        }
    }

    private void registerAndLook() {
        county.register("c" + ++cadres);
        for (Node node : nodes) {
            catchUp(node.projectors());
            assertThat(node.cadres()).isEqualTo(cadres);
        }
    }

    @Test
    void segments_are_shared_and_a_wait_on_either_node_is_for_all_segments() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(nodes)
                        .allSatisfy(node ->
                                assertThat(node.ledger().feed().claimed()).hasSize(2)));
        for (int i = 0; i < 20; i++) {
            registerAndLook();
        }
        assertThat(nodes)
                .allSatisfy(node -> assertThat(Projectors.position(node.ledger()))
                        .isEqualTo(log.tail().position()));
    }

    @Test
    void what_a_stopped_node_leaves_is_fed_by_the_other() {
        registerAndLook();
        nodes.removeLast().projectors().close();
        registerAndLook();
        assertThat(nodes.getFirst().ledger().feed().claimed()).hasSize(4);
    }

    @Test
    void a_rebuild_on_one_node_is_followed_by_the_other() {
        registerAndLook();
        new Rebuilding(List.of(nodes.getFirst().ledger()), log).run();
        registerAndLook();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(nodes)
                        .allSatisfy(node -> assertThat(
                                        node.models().ledger().active().number())
                                .isEqualTo(2)));
        registerAndLook();
    }

    @Test
    void of_two_rebuilds_at_once_one_is_put_in_use_and_both_end() throws Exception {
        registerAndLook();
        List<OnlineRebuilds> both = nodes.stream()
                .map(node -> opened(new OnlineRebuilds(node.projectors(), log, Clock.systemUTC())))
                .toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            List<Future<?>> started = new ArrayList<>();
            both.forEach(rebuilds -> started.add(pool.submit(() -> rebuilds.start("ledger"))));
            for (Future<?> start : started) {
                start.get();
            }
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(both)
                        .allSatisfy(rebuilds ->
                                assertThat(rebuilds.status().getFirst().state()).isEqualTo(Rebuilds.State.REBUILT)));
        registerAndLook();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(nodes)
                        .extracting(node -> node.models().ledger().active().number())
                        .containsOnly(generationInUse()));
        registerAndLook();
        Map<String, String> inUse = dump(generationInUse());
        assertThat(inUse.keySet()).anyMatch(key -> key.startsWith("register ly/c1"));
    }

    @Test
    void rebuilds_that_begin_at_once_have_generations_of_their_own() throws Exception {
        List<ProjectionGroup> groups = Stream.generate(() -> models().groups().getFirst())
                .limit(BEGINNERS)
                .toList();
        CyclicBarrier together = new CyclicBarrier(BEGINNERS);
        try (ExecutorService pool = Executors.newFixedThreadPool(BEGINNERS)) {
            List<Future<Integer>> begun = new ArrayList<>();
            for (ProjectionGroup group : groups) {
                begun.add(pool.submit(() -> {
                    together.await();
                    return group.rebuild().next().number();
                }));
            }
            Set<Integer> numbers = new HashSet<>();
            for (Future<Integer> number : begun) {
                numbers.add(number.get());
            }
            assertThat(numbers).hasSize(BEGINNERS);
        }
    }

    private int generationInUse() {
        return database.getCollection("projections")
                .find(new org.bson.Document("_id", "ledger"))
                .map(entry -> entry.get("generation", Number.class).intValue())
                .first();
    }
}
