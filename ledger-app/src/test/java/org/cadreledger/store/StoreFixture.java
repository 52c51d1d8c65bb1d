package org.cadreledger.store;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An empty log for each test, and drafts to put into it. */
abstract class StoreFixture implements ServerUnderTest {

    static final Instant START = Instant.parse("2026-03-31T08:00:00Z");

    private static final int THREADS = 32;

    final EventTypes types = EventTypes.of(TestEvent.class);
    final List<AutoCloseable> open = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    MongoDatabase database;

    @SuppressWarnings("NullAway.Init")
    CommitLog log;

    @BeforeEach
    void openLog() {
        database = database();
        log = openLog(commits(database));
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
        database.drop();
    }

    /** What is put in the place of the real commits, to see whether the suite notices. */
    UnaryOperator<Commits> judged = UnaryOperator.identity();

    /** How long a reader waits for what must come. */
    Duration patience = Duration.ofSeconds(10);

    /** What the suite is to judge. */
    Commits commits(MongoDatabase in) {
        return judged.apply(new MongoCommits(in));
    }

    CommitLog openLog(Commits commits) {
        return openLog(commits, Clock.fixed(START, ZoneOffset.UTC), StoreLimits.DEFAULT);
    }

    CommitLog openLog(Commits commits, Clock clock, StoreLimits limits) {
        CommitLog opened =
                new CommitLog(commits, Turns.among(database), types, clock, new SimpleMeterRegistry(), limits);
        open.add(opened);
        return opened;
    }

    static String key() {
        return "user/u1/" + UUID.randomUUID();
    }

    static CommitDraft draft(CommitDraft.Event... events) {
        return draft(key(), events);
    }

    static CommitDraft draft(String k, CommitDraft.Event... events) {
        return new CommitDraft(k, "b0d1", "{\"n\":1}", "u1", List.of(events));
    }

    static CommitDraft.Event event(String stream, long sequence, Object event) {
        return new CommitDraft.Event(UUID.randomUUID().toString(), stream, "Counter", sequence, "c1", event);
    }

    static CommitDraft.Event counted(String stream, long sequence) {
        return event(stream, sequence, new TestEvent.Counted((int) sequence));
    }

    /** Numbers of the stored commits, by the driver alone. */
    List<Long> positions() {
        return positions(database);
    }

    static List<Long> positions(MongoDatabase database) {
        List<Long> found = new ArrayList<>();
        database.getCollection(MongoCommits.COLLECTION)
                .find()
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("_id"))
                .forEach(document -> found.add(document.getLong("_id")));
        return found;
    }

    static List<Long> oneTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    static <T> List<Future<T>> inParallel(int tasks, Callable<T> task) throws InterruptedException {
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            return pool.invokeAll(Collections.nCopies(tasks, task));
        }
    }

    /** @throws AssertionError when it failed */
    static void succeeded(Future<?> task) {
        if (task.state() == Future.State.FAILED) {
            throw new AssertionError(task.exceptionNow());
        }
    }
}
