package org.cadreledger.bench.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * The event store beside what one would pick instead. {@code rounds} rounds; in each every side has its turn, in another
 * order each time, on the same server, so that a noisy minute of the machine falls on all of them.
 */
public final class Bench {
    private static final int FULL_QUEUE_CLIENTS = 3_000;
    private static final int REPLAYED = 200_000;
    private static final int LOADED = 200;
    private static final String OURS = "cadre-ledger";

    private final Settings settings;
    private final Report report = new Report();
    private final MongoClient client;
    private final Path directory;

    private Bench(Settings settings, MongoClient client, Path directory) {
        this.settings = settings;
        this.client = client;
        this.directory = directory;
    }

    /** See README.md for the arguments. */
    public static void main(String... arguments) throws IOException {
        Settings settings = Settings.of(List.of(arguments));
        if (settings.nodes() > 0 && settings.mongodb() == null) {
            throw new IllegalArgumentException("--nodes needs --mongodb: the embedded server is for one process");
        }
        try (Server server = Server.of(settings)) {
            Bench bench = new Bench(settings, server.client(), server.directory());
            if (settings.nodes() > 0) {
                new Nodes(settings, server.client(), bench.report).compare();
            } else if (settings.growth() > 0) {
                bench.growth();
            } else {
                bench.compare();
            }
            bench.report.medians(OURS);
        }
    }

    private MongoDatabase database(String side) {
        return client.getDatabase("bench_" + ProcessHandle.current().pid() + "_" + side);
    }

    private List<Supplier<Side>> contestants() {
        List<Supplier<Side>> sides = new ArrayList<>();
        sides.add(() -> new LedgerSide(database("ledger"), settings.mongodb() == null));
        if (settings.alone()) {
            return sides;
        }
        sides.add(() -> Rivals.mongoPerEvent(database("event")));
        sides.add(() -> Rivals.mongoPerCommit(database("commit")));
        String postgresql = settings.postgresql();
        if (postgresql == null) {
            System.out.println("NOT RUN: axon-jdbc-postgresql (no --postgresql <jdbc url>)");
        } else {
            sides.add(() -> Rivals.jdbc(postgresql));
        }
        return sides;
    }

    private void compare() throws IOException {
        List<Side> sides = new ArrayList<>();
        contestants().forEach(contestant -> sides.add(contestant.get()));
        try {
            for (Side side : sides) {
                Clients.closedLoop(side, "warm", 64, settings.seconds());
                for (int n = 0; n < LOADED; n++) {
                    side.append("loaded", n);
                }
            }
            Raw raw = rawAfterWarming();
            for (int round = 0; round < settings.rounds(); round++) {
                System.out.println("-- round " + (round + 1));
                floor();
                if (round % 2 == 0) {
                    raw(raw);
                    full();
                } else {
                    full();
                    raw(raw);
                }
                for (Side side : sides) {
                    round(side, "r" + round);
                }
                Collections.rotate(sides, 1);
            }
        } finally {
            sides.forEach(Side::close);
        }
    }

    private void floor() throws IOException {
        report.figure("floor sync us", "disk", Disk.sync(directory));
        report.figure("floor round trip us", "server", Disk.roundTrip(database("ledger")));
    }

    /** The documents of a log of ours that a full queue has filled from the beginning, as {@link #full} does. */
    private Raw rawAfterWarming() {
        MongoDatabase database = database("full");
        Raw raw;
        try (Side side = new LedgerSide(database, settings.mongodb() == null)) {
            Clients.fill(side, "full", FULL_QUEUE_CLIENTS, settings.documents());
            raw = new Raw(database, database("raw"), settings.documents());
        }
        database.drop();
        raw.insertMany();
        return raw;
    }

    /** A log of ours from its beginning, with so many clients that the queue never empties. */
    private void full() {
        MongoDatabase database = database("full");
        try (Side side = new LedgerSide(database, settings.mongodb() == null)) {
            report.outcome(
                    "append-full", OURS, Clients.fill(side, "full", FULL_QUEUE_CLIENTS, settings.documents()));
            report.figure("append-full batch", OURS, ((LedgerSide) side).meanBatch());
        }
        database.drop();
    }

    private void raw(Raw raw) {
        Clients.Outcome most = raw.insertMany();
        report.figure("append-full events/s", "raw insertMany 1000", most.rate());
        report.figure("append-full cpu us/event", "raw insertMany 1000", most.cpu());
        report.figure("append-64 events/s", "raw insertOne x64", raw.insertOne(64, settings.seconds()));
    }

    private void round(Side side, String run) {
        Clients.Outcome few = Clients.closedLoop(side, run + "-64", 64, settings.seconds());
        report.outcome("append-64", side.name(), few);
        report.outcome("append-256", side.name(), Clients.closedLoop(side, run + "-256", 256, settings.seconds()));
        report.outcome(
                "append-half", side.name(), Clients.openLoop(side, run + "-half", 64, settings.seconds(), few.rate() / 2));
        reads(side);
    }

    private void reads(Side side) {
        long start = System.nanoTime();
        long read = side.replay(REPLAYED, (long) (2e9 * settings.seconds()));
        report.figure("replay events/s", side.name(), read * 1e9 / (System.nanoTime() - start));
        start = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            if (side.load("loaded") != LOADED) {
                throw new IllegalStateException(side.name() + " did not load " + LOADED + " events");
            }
        }
        report.figure("load of " + LOADED + " events us", side.name(), (System.nanoTime() - start) / 20e3);
    }

    /** The same measurements of ours alone while the log grows tenfold each time. */
    private void growth() {
        try (Side side = new LedgerSide(database("growth"), settings.mongodb() == null)) {
            for (int n = 0; n < LOADED; n++) {
                side.append("loaded", n);
            }
            long stored = LOADED;
            for (long size = 10_000; size <= settings.growth(); size *= 10) {
                for (int fill = 0; stored < size; fill++) {
                    double seconds = Math.min(settings.seconds(), Math.max(0.1, (size - stored) / 50_000.0));
                    Clients.Outcome outcome =
                            Clients.closedLoop(side, "fill" + size + "-" + fill, FULL_QUEUE_CLIENTS, seconds);
                    stored = database("growth").getCollection("commits").estimatedDocumentCount();
                    System.out.printf("filled to %,d at %,.0f events/s%n", stored, outcome.rate());
                }
                String at = String.format("at %,d ", size);
                for (int round = 0; round < settings.rounds(); round++) {
                    report.outcome(
                            at + "append-64", OURS, Clients.closedLoop(side, at + round, 64, settings.seconds()));
                    long start = System.nanoTime();
                    long read = side.replay(REPLAYED, (long) (2e9 * settings.seconds()));
                    report.figure(at + "replay events/s", OURS, read * 1e9 / (System.nanoTime() - start));
                    start = System.nanoTime();
                    side.load("loaded");
                    report.figure(at + "load of 200 us", OURS, (System.nanoTime() - start) / 1e3);
                }
            }
        }
    }
}
