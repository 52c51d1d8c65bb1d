package org.cadreledger.store;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A process that appends in large batches until it is killed, and prints what it inserts and what was acknowledged. */
final class KilledAppender {
    static final String INSERTING = "inserting";
    static final String ACKNOWLEDGED = "acknowledged";
    private static final int THREADS = 64;
    private static final String PAYLOAD = "x".repeat(20_000);

    private KilledAppender() {}

    /** Says what it is about to insert. */
    private static final class Announcing extends FaultyCommits {
        private final PrintStream out;

        Announcing(Commits real, PrintStream out) {
            super(real);
            this.out = out;
        }

        @Override
        public void insert(List<Commit> commits) {
            out.println(INSERTING + " " + commits.getFirst().position());
            super.insert(commits);
        }
    }

    /** @param arguments where the server is ({@link ServerUnderTest#where}) and the database's name */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Commits commits = new MongoCommits(
                ServerUnderTest.Reached.at(arguments[0], arguments[1]).database());
        CommitLog log = new CommitLog(
                new Announcing(commits, out),
                Turns.alone(),
                EventTypes.of(TestEvent.class),
                Clock.fixed(StoreFixture.START, ZoneOffset.UTC),
                new SimpleMeterRegistry(),
                StoreLimits.DEFAULT);
        String run = UUID.randomUUID().toString();
        AtomicInteger number = new AtomicInteger();
        try (var writers = Executors.newFixedThreadPool(THREADS)) {
            for (int i = 0; i < THREADS; i++) {
                writers.execute(() -> write(log, run, number, out));
            }
        }
    }

    private static void write(CommitLog log, String run, AtomicInteger number, PrintStream out) {
        while (true) {
            String stream = run + "." + number.incrementAndGet();
            var event = new TestEvent.Opened(PAYLOAD, null, LocalDate.of(2026, 1, 2));
            long position = log.append(StoreFixture.draft(StoreFixture.event(stream, 0, event)));
            out.println(ACKNOWLEDGED + " " + stream + " " + position);
        }
    }
}
