package org.cadreledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** People who register new cadres on several nodes at once, and remember what was acknowledged. */
final class Registrars {
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final List<String> counties;
    private final Set<Program> breakable = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();

    /** Cadres whose registration was acknowledged, by position. */
    private final Map<Long, String> registered = new ConcurrentSkipListMap<>();

    Registrars(List<String> counties) {
        this.counties = counties;
    }

    /** Its connections may end at any time from now on. */
    void mayBreak(Program client) {
        breakable.add(client);
    }

    /** @return whether the node took it; one that others go on without may refuse */
    boolean register(Program client) {
        int next = number.incrementAndGet();
        String cadre = "c" + next;
        Program.Answer answer = client.tryPut(
                "reviewer",
                "/cadres/" + cadre,
                Map.of(
                        "name",
                        cadre,
                        "jurisdiction",
                        counties.get(next % counties.size()),
                        "category",
                        "SECTION",
                        "unit",
                        "office",
                        "post",
                        "head",
                        "registeredOn",
                        "2025-01-01"));
        if (answer.status() != CREATED && answer.status() != OK) {
            return false;
        }
        assertThat(registered.put(answer.position(), cadre)).isNull();
        return true;
    }

    /**
     * Each user registers until told to stop, or so many are registered in all.
     *
     * @param users at each node
     * @return numbers of registrations by node
     */
    List<AtomicInteger> load(List<Program> on, int users, int total, AtomicBoolean stop) throws Exception {
        List<AtomicInteger> shares = new ArrayList<>();
        AtomicInteger all = new AtomicInteger();
        try (ExecutorService desks = Executors.newCachedThreadPool()) {
            List<Future<?>> running = new ArrayList<>();
            for (Program client : on) {
                AtomicInteger share = new AtomicInteger();
                shares.add(share);
                for (int i = 0; i < users; i++) {
                    running.add(desks.submit(() -> {
                        try {
                            while (all.get() < total && !stop.get()) {
                                if (register(client)) {
                                    share.incrementAndGet();
                                    all.incrementAndGet();
                                }
                            }
                        } catch (UncheckedIOException e) {
                            assertThat(breakable).contains(client);
                        }
                    }));
                }
            }
            for (Future<?> user : running) {
                user.get();
            }
        }
        return shares;
    }

    /** Of all counties, as the node's read side shows them. */
    Set<String> listed(Program client) {
        Set<String> cadres = new TreeSet<>();
        for (String county : counties) {
            String after = "";
            do {
                JsonNode page = client.get("reviewer", "/cadres?jurisdiction=" + county + "&limit=500" + after);
                page.path("items")
                        .forEach(cadre -> cadres.add(cadre.path("cadreId").asString()));
                after = page.path("next").isNull()
                        ? ""
                        : "&after=" + page.path("next").asString();
            } while (!after.isEmpty());
        }
        return cadres;
    }

    /** A read that waits in vain is answered with 503, to be repeated. */
    void everybodyShowsEverything(List<Program> on) {
        long last = Collections.max(registered.keySet());
        Set<String> all = new HashSet<>(registered.values());
        for (Program client : on) {
            client.wrote(last);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(listed(client)).containsAll(all));
        }
    }

    /** One at each node, from now until it is closed. */
    Load keepRegistering(List<Program> on) {
        return new Load(List.copyOf(on));
    }

    /** Registrations that go on in the background; closing waits for their end, whatever happened meanwhile. */
    final class Load implements AutoCloseable {
        private final AtomicBoolean stop = new AtomicBoolean();
        private final ExecutorService background = Executors.newSingleThreadExecutor();
        private final Future<?> running;

        private Load(List<Program> on) {
            running = background.submit(() -> load(on, 1, Integer.MAX_VALUE, stop));
        }

        /** Waits until it has registered more. */
        void goesOn() {
            int before = registered.size();
            await().atMost(PATIENCE).until(() -> registered.size() > before + 50);
        }

        @Override
        public void close() {
            stop.set(true);
            background.close();
            if (running.state() == Future.State.FAILED) {
                throw new AssertionError(running.exceptionNow());
            }
        }
    }
}
