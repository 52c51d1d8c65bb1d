package org.cadreledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import tools.jackson.databind.JsonNode;

/** Three processes of the program on one database of an independent server; one is killed, then one is paused. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfEnvironmentVariable(
        named = FerretDb.URI,
        matches = ".+",
        disabledReason = "not run on FerretDB: LEDGER_TEST_FERRETDB_URI is not set")
class MultiNodeTest {
    private static final List<String> COUNTIES = List.of("east", "north", "south", "west");
    private static final List<String> PROCESSORS = List.of("ledger", "desk");

    /** Users at a node, so that there is always somebody who waits. */
    private static final int MANY = 6;

    /** architecture.md: takeover fits 10 s. */
    private static final Duration TAKEOVER = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final FerretDb server = new FerretDb();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Program> clients = new ArrayList<>();
    private final Registrars registrars = new Registrars(COUNTIES);

    @BeforeAll
    void start() throws Exception {
        for (String name : List.of("one", "two", "three")) {
            nodes.add(Node.start(name, FerretDb.uri(), server.name()));
        }
        for (Node node : nodes) {
            clients.add(node.client());
        }
        Map.of(
                        "catalogue", "CATALOGUE_ADMIN",
                        "reviewer", "REVIEWER",
                        "auditor", "AUDITOR",
                        "operator", "SECURITY_ADMIN")
                .forEach((user, role) -> clients.getFirst()
                        .post(
                                Program.ADMIN,
                                "/users",
                                Map.of(
                                        "username",
                                        user,
                                        "password",
                                        "password-of-" + user,
                                        "displayName",
                                        user,
                                        "roles",
                                        List.of(role))));
        for (Program client : clients) {
            List.of("catalogue", "reviewer", "auditor", "operator")
                    .forEach(user -> client.knows(user, "password-of-" + user));
        }
        COUNTIES.forEach(county -> clients.getFirst()
                .put("catalogue", "/jurisdictions/" + county, Map.of("name", county, "firstMonth", "2025-01")));
    }

    @AfterAll
    void stop() {
        nodes.forEach(Node::close);
        server.close();
    }

    private JsonNode proof(Program client) {
        JsonNode proof = client.get("auditor", "/log/verify");
        assertThat(proof.path("ok").asBoolean()).as("%s", proof).isTrue();
        assertThat(proof.path("commits").asLong()).isEqualTo(proof.path("to").asLong());
        return proof;
    }

    /** Of one group's feed, by segment. */
    private Map<Integer, String> owners(String processor) {
        Map<Integer, String> owners = new TreeMap<>();
        for (Document token :
                server.database().getCollection("tokens").find(new Document("processorName", processor))) {
            String owner = token.getString("owner");
            owners.put(token.getInteger("segment"), owner == null ? "" : owner);
        }
        return owners;
    }

    private Collection<String> names() {
        return nodes.stream().map(Node::name).toList();
    }

    @Test
    @Order(1)
    void commands_to_all_leave_one_dense_chain_in_fair_shares() throws Exception {
        registrars.load(clients, MANY, 150, new AtomicBoolean()); // the programs are warm after it
        List<AtomicInteger> shares = registrars.load(clients, MANY, 900, new AtomicBoolean());
        System.out.println("commands written by three nodes: " + shares);
        assertThat(proof(clients.get(0))).isEqualTo(proof(clients.get(1))).isEqualTo(proof(clients.get(2)));
        int most = shares.stream().mapToInt(AtomicInteger::get).max().orElseThrow();
        int fewest = shares.stream().mapToInt(AtomicInteger::get).min().orElseThrow();
        assertThat(most).as("%s", shares).isLessThanOrEqualTo(2 * fewest);
    }

    @Test
    @Order(2)
    void segments_are_shared_and_every_node_shows_what_was_written_on_the_others() {
        for (String processor : PROCESSORS) {
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(owners(processor).values()).hasSize(4).containsAll(names()));
        }
        for (int i = 0; i < 12; i++) {
            Program writer = clients.get(i % 3);
            assertThat(registrars.register(writer)).isTrue();
            registrars.everybodyShowsEverything(List.of(clients.get((i + 1) % 3)));
        }
        registrars.everybodyShowsEverything(clients);
    }

    @Test
    @Order(3)
    void a_rebuild_on_one_node_is_followed_by_all_while_writes_go_on() throws Exception {
        try (Registrars.Load load = registrars.keepRegistering(clients)) {
            load.goesOn();
            clients.getFirst().post("operator", "/projections/ledger/reset", Map.of());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(clients)
                            .allSatisfy(client -> assertThat(generation(client)).isEqualTo(2)));
            load.goesOn();
        }
        registrars.everybodyShowsEverything(clients);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(owners("ledger@2").values()).hasSize(4).containsAll(names()));
    }

    private static int generation(Program client) {
        for (JsonNode projection : client.get("operator", "/projections").path("items")) {
            if (projection.path("name").asString().equals("ledger")) {
                return projection.path("generation").asInt();
            }
        }
        throw new AssertionError("no projection ledger");
    }

    @Test
    @Order(4)
    void segments_of_a_killed_node_are_taken_over_within_ten_seconds() throws Exception {
        Node dying = nodes.removeLast();
        try (Registrars.Load load = registrars.keepRegistering(clients)) {
            load.goesOn();
            registrars.mayBreak(clients.removeLast());
            long at = System.nanoTime();
            dying.kill();
            await().atMost(TAKEOVER).until(() -> isWithoutSegments(dying));
            System.out.println("taken over after "
                    + Duration.ofNanos(System.nanoTime() - at).toMillis() + " ms");
            registrars.everybodyShowsEverything(clients);
        }
        registrars.everybodyShowsEverything(clients);
        proof(clients.getFirst());
    }

    private boolean isWithoutSegments(Node node) {
        return List.of("ledger@2", "desk").stream()
                .noneMatch(processor -> owners(processor).containsValue(node.name()));
    }

    @Test
    @Order(5)
    void a_node_that_wakes_after_others_took_over_does_no_harm() throws Exception {
        Node paused = nodes.getLast();
        Program other = clients.getFirst();
        try (Registrars.Load load = registrars.keepRegistering(clients)) {
            load.goesOn();
            paused.pause();
            try {
                await().atMost(TAKEOVER).until(() -> isWithoutSegments(paused));
                registrars.everybodyShowsEverything(List.of(other));
            } finally {
                paused.goOn();
            }
        }
        assertThat(registrars.register(clients.getLast())).isTrue();
        registrars.everybodyShowsEverything(clients);
        assertThat(registrars.listed(clients.getFirst())).isEqualTo(registrars.listed(clients.getLast()));
        assertThat(proof(other)).isEqualTo(proof(clients.getLast()));
    }
}
