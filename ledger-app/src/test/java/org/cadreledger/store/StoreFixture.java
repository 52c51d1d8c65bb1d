package org.cadreledger.store;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An empty log for each test, and drafts to put into it. */
abstract class StoreFixture implements ServerUnderTest {

    static final Instant START = Instant.parse("2026-03-31T08:00:00Z");

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

    /** What the suite is to judge. */
    Commits commits(MongoDatabase in) {
        return new MongoCommits(in);
    }

    CommitLog openLog(Commits commits) {
        return openLog(commits, Clock.fixed(START, ZoneOffset.UTC), StoreLimits.DEFAULT);
    }

    CommitLog openLog(Commits commits, Clock clock, StoreLimits limits) {
        CommitLog opened = new CommitLog(commits, types, clock, new SimpleMeterRegistry(), limits);
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
}
