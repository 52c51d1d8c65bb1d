package org.cadreledger.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/** What is broken and looked at: nodes of the program, their database, and clerks who write all the time. */
final class Site implements AutoCloseable {
    /** Of the fault's end until every node has written again. */
    static final Duration RECOVERY = Duration.ofSeconds(120);

    private static final Duration START = Duration.ofSeconds(180);
    private static final int NODES = 3;
    private static final int CLERKS = 6;
    private static final String DISK = "128m";
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Journal journal = new Journal();
    private final Http http = new Http();
    private final ReadWriteLock gate = new ReentrantReadWriteLock(true);
    private final List<Clerk> clerks = new ArrayList<>();
    private final AtomicInteger probes = new AtomicInteger();
    private final String run;
    private final List<Node> nodes;
    private final @Nullable Ferret ferret;
    private final @Nullable Ramdisk disk;
    private final Database database;

    private Site(String run, List<Node> nodes, @Nullable Ferret ferret, @Nullable Ramdisk disk, Journals make)
            throws IOException {
        this.run = run;
        this.nodes = nodes;
        this.ferret = ferret;
        this.disk = disk;
        this.database = make.of(journal);
    }

    private interface Journals {
        Database of(Journal journal) throws IOException;
    }

    /** Three nodes on one FerretDB, which they reach through proxies. */
    static Site onFerretDb(String run, Software software, Path folder) throws Exception {
        Ferret ferret = new Ferret(software.ferretdb());
        List<Node> nodes = new ArrayList<>();
        for (int i = 1; i <= NODES; i++) {
            Wire wire = new Wire(ferret.port());
            Map<String, String> settings = settings();
            settings.put("SPRING_MONGODB_URI", "mongodb://127.0.0.1:" + wire.port() + "/?retryWrites=false");
            nodes.add(new Node("node" + i, software, folder, settings, wire));
        }
        return new Site(run, nodes, ferret, null, journal -> new Database.Served(ferret.uri(), journal));
    }

    /** One node over its own file. */
    static Site embedded(String run, Software software, Path folder) throws Exception {
        Path data = folder.resolve("data");
        Ramdisk disk = Ramdisk.isPossible() ? new Ramdisk(data, DISK) : null;
        Map<String, String> settings = settings();
        settings.put("LEDGER_EMBEDDED_DIRECTORY", data.toString());
        Node node = new Node("alone", software, folder, settings, null);
        return new Site(
                run,
                List.of(node),
                null,
                disk,
                journal -> new Database.Copied(node, data, folder.resolve("copy"), journal));
    }

    private static Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "LEDGER_SECURITY_BOOTSTRAP_PASSWORD",
                Opening.PASSWORD,
                "LEDGER_DATABASE",
                Database.NAME,
                "LEDGER_AUDIT_PAUSE",
                "5s",
                // says each insert whose answer was lost
                "LOGGING_LEVEL_ORG_CADRELEDGER_STORE",
                "DEBUG"));
    }

    Journal journal() {
        return journal;
    }

    Http http() {
        return http;
    }

    List<Node> nodes() {
        return nodes;
    }

    Ferret ferret() {
        if (ferret == null) {
            throw new IllegalStateException("there is no FerretDB");
        }
        return ferret;
    }

    @Nullable
    Ramdisk disk() {
        return disk;
    }

    Database database() {
        return database;
    }

    /** Starts all, enters users and counties, and lets the clerks begin. */
    void open() throws Exception {
        Node first = nodes.getFirst();
        first.start();
        awaitReady(first);
        new Opening(run, http, first.port()).enter();
        for (Node node : nodes.subList(1, nodes.size())) {
            node.start();
            awaitReady(node);
        }
        List<Integer> doors = nodes.stream().map(node -> node.door().port()).toList();
        for (int i = 0; i < CLERKS; i++) {
            Clerk clerk = new Clerk(http, journal, doors, i % doors.size(), gate);
            clerks.add(clerk);
            clerk.start(new Books(run, run + "-" + i, Books.COUNTIES.get(i % Books.COUNTIES.size())));
        }
    }

    private void awaitReady(Node node) throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (!isReady(node)) {
            if (!node.isAlive() || System.nanoTime() > deadline) {
                throw new IOException(node.name() + " did not start; see its log");
            }
            LockSupport.parkNanos(AGAIN_NANOS);
        }
    }

    /** Whether it says that it takes writes. */
    boolean isReady(Node node) {
        try {
            return http.get(node.port(), "", "/actuator/health/readiness").status() == Http.OK;
        } catch (IOException e) {
            return false;
        }
    }

    /** The value of a metric of that node, the sum over its tags; -1 when it does not answer. */
    double metric(Node node, String name) {
        try {
            return http.get(node.port(), "", "/actuator/prometheus")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            return -1;
        }
    }

    /** A write that has not been sent yet. */
    Call probe(Node node) {
        int number = probes.incrementAndGet();
        String cadre = run + "-" + node.name();
        return new Call(
                "probe",
                Books.REVIEWER,
                "PUT",
                "/cadres/" + cadre,
                Books.particulars(cadre, Books.COUNTIES.getFirst(), "post " + number),
                run + "/probe/" + number);
    }

    /**
     * Sends a write to that node until it is answered.
     *
     * @return milliseconds, or -1 when there is no answer within that time
     */
    long recovered(Node node, Duration within) {
        long start = System.nanoTime();
        Call call = probe(node);
        int attempts = 0;
        while (System.nanoTime() - start < within.toNanos()) {
            if (Clerk.attempt(http, journal, node.door().port(), call, ++attempts)) {
                return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            }
            LockSupport.parkNanos(AGAIN_NANOS);
        }
        return -1;
    }

    /**
     * Every node writes again.
     *
     * @return milliseconds until the last one did; a node that does not is noted as a violation
     */
    long recovered() throws Exception {
        long slowest = 0;
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> times = new ArrayList<>();
            for (Node node : nodes) {
                times.add(all.submit(() -> recovered(node, RECOVERY)));
            }
            for (int i = 0; i < times.size(); i++) {
                long took = times.get(i).get();
                if (took < 0) {
                    journal.violation(nodes.get(i).name() + " does not write again");
                }
                slowest = Math.max(slowest, took < 0 ? RECOVERY.toMillis() : took);
            }
        }
        return slowest;
    }

    /** With no call under way, and none sent until it is back. */
    Inspector.Look look(boolean whole) throws Exception {
        gate.writeLock().lock();
        try {
            Inspector.Look look = database.look(whole);
            for (Node node : nodes) {
                readsEverything(node, look.commits());
            }
            return look;
        } finally {
            gate.writeLock().unlock();
        }
    }

    /** The node's own read side says that it has taken the whole log. */
    private void readsEverything(Node node, int tail) {
        String path = "/api/v1/cadres?jurisdiction=" + Books.COUNTIES.getFirst() + "&limit=1&atLeast=" + tail;
        long deadline = System.nanoTime() + Database.PATIENCE.toNanos();
        String last = "nothing";
        while (System.nanoTime() < deadline) {
            try {
                Http.Answer answer = http.get(node.port(), Books.REVIEWER, path);
                if (answer.status() == Http.OK) {
                    return;
                }
                last = answer.toString();
            } catch (IOException e) {
                last = e.toString();
            }
            LockSupport.parkNanos(AGAIN_NANOS);
        }
        journal.violation(node.name() + " does not show what is in the log up to " + tail + ": " + last);
    }

    /** The clerks stop where they are. */
    void rest() throws InterruptedException {
        for (Clerk clerk : clerks) {
            clerk.stop();
        }
    }

    @Override
    public void close() throws Exception {
        rest();
        database.close();
        for (Node node : nodes) {
            node.close();
        }
        if (ferret != null) {
            ferret.close();
        }
        if (disk != null) {
            disk.close();
        }
        http.close();
    }
}
