package org.cadreledger.archive;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitDraft;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.EventTypes;
import org.cadreledger.store.TestEvent;
import org.cadreledger.testbed.MemoryMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A log of some commits, with everything that text can hold, and an empty folder for its segments. */
abstract class ArchiveFixture {
    static final int SEGMENT = 10;
    static final ArchiveLimits LIMITS = new ArchiveLimits(SEGMENT, Long.MAX_VALUE);
    private static final String AWKWARD = "王\"小\\明\n\t\u0001\u001f\ud83d\ude00";

    final EventTypes types = EventTypes.of(TestEvent.class);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    MongoDatabase database;

    @SuppressWarnings("NullAway.Init")
    CommitLog log;

    @BeforeEach
    void fillLog() {
        database = database();
        log = log(database);
        append(log, 0, 25);
    }

    MongoDatabase database() {
        MemoryMongo server = new MemoryMongo();
        open.add(server);
        return server.client().getDatabase("cadreledger");
    }

    CommitLog log(MongoDatabase in) {
        CommitLog opened = CommitLog.open(in, types, Clock.systemUTC(), new SimpleMeterRegistry());
        open.add(opened);
        return opened;
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
    }

    static void append(CommitLog to, int from, int end) {
        for (int i = from; i < end; i++) {
            List<CommitDraft.Event> events = new ArrayList<>();
            events.add(event("all", i, i % 2 == 0 ? null : "j1", new TestEvent.Counted(i)));
            if (i % 3 == 0) {
                TestEvent opened = new TestEvent.Opened("c" + i, AWKWARD + i, LocalDate.of(2026, 1, 2));
                events.add(event("cadre:" + i, 0, "j" + AWKWARD, opened));
                events.add(event("cadre:" + i, 1, "j1", new TestEvent.Counted(i)));
            }
            String answer = i % 4 == 0 ? null : "{\"text\":\"" + AWKWARD + "\"}";
            to.append(new CommitDraft(
                    "user/u/" + UUID.randomUUID(), i % 5 == 0 ? null : "b0d1", answer, AWKWARD, events));
        }
    }

    private static CommitDraft.Event event(
            String stream, int sequence, @org.jspecify.annotations.Nullable String county, Object event) {
        return new CommitDraft.Event(UUID.randomUUID().toString(), stream, "Counter", sequence, county, event);
    }

    Archive archive() {
        return archive(log);
    }

    Archive archive(CommitLog of) {
        return new Archive(of, folder, LIMITS, meters);
    }

    /** All whole segments written. */
    Archive written() throws IOException {
        Archive archive = archive();
        boolean more = true;
        while (more) {
            more = archive.writeNext();
        }
        return archive;
    }

    Path commits(long from, long to) {
        return new Segment(Segment.Kind.COMMITS, from, to).commits(folder);
    }

    Path personal(long from, long to) {
        return new Segment(Segment.Kind.COMMITS, from, to).personal(folder);
    }

    static List<Commit> all(CommitLog log) {
        return log.commits(0, 1_000);
    }

    static String unpacked(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void pack(Path file, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, bytes.toByteArray());
    }
}
