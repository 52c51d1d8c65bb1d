package org.cadreledger.archive;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.cadreledger.embedded.EmbeddedMongo;
import org.cadreledger.embedded.EmbeddedOptions;
import org.cadreledger.ledger.EvidenceRef;
import org.cadreledger.ledger.LedgerEvent.BonusClaimed;
import org.cadreledger.points.Points;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitDraft;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.EventTypes;
import org.cadreledger.store.Tail;
import org.cadreledger.time.Month;
import org.cadreledger.wiring.DomainEvents;
import org.springframework.util.FileSystemUtils;

/**
 * How many events a second two threads read from segments: unpacked, parsed, checked by the chain, and decoded into the
 * domain's events. Run by ops/bench/archive/run.sh; not a test.
 */
final class ArchiveBench {
    private static final int WRITERS = 64;
    private static final int READERS = 2;

    private final EventTypes types = new EventTypes(DomainEvents.ROOTS, List.of());
    private final int events;
    private final int perCommit;
    private final int rounds;
    private final boolean personal;

    private ArchiveBench(int events, int perCommit, int rounds, boolean personal) {
        this.events = events;
        this.perCommit = perCommit;
        this.rounds = rounds;
        this.personal = personal;
    }

    /** Arguments: events, events a commit, rounds, whether events have personal parts. */
    public static void main(String[] arguments) throws Exception {
        new ArchiveBench(
                        Integer.parseInt(arguments[0]),
                        Integer.parseInt(arguments[1]),
                        Integer.parseInt(arguments[2]),
                        Boolean.parseBoolean(arguments[3]))
                .run(Files.createTempDirectory("cadreledger-bench"));
    }

    private void run(Path folder) throws Exception {
        try (EmbeddedMongo server = EmbeddedMongo.open(folder.resolve("db"), EmbeddedOptions.plain());
                MongoClient client = MongoClients.create(server.clientSettings().build());
                CommitLog log = CommitLog.open(
                        client.getDatabase("cadreledger"), types, Clock.systemUTC(), new SimpleMeterRegistry())) {
            fill(log);
            Archive archive =
                    new Archive(log, folder.resolve("archive"), ArchiveLimits.DEFAULT, new SimpleMeterRegistry());
            long start = System.nanoTime();
            archive.backup();
            say("written", start, 0);
            Map<Segment, Tail> segments = segments(log, archive.directory());
            System.out.printf("%d segments, %d bytes%n", segments.size(), size(archive.directory()));
            for (int round = 1; round <= rounds; round++) {
                read(log, archive.directory(), segments, false);
                read(log, archive.directory(), segments, true);
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void fill(CommitLog log) {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            long start = System.nanoTime();
            List<CompletableFuture<Void>> done = new ArrayList<>();
            for (int first = 0; first < events; first += perCommit) {
                CommitDraft draft = draft(first);
                done.add(CompletableFuture.runAsync(() -> log.append(draft), writers));
            }
            done.forEach(CompletableFuture::join);
            say("appended", start, 0);
        }
    }

    private CommitDraft draft(int first) {
        List<CommitDraft.Event> drafts = new ArrayList<>();
        for (int i = first; i < first + perCommit; i++) {
            drafts.add(new CommitDraft.Event(
                    UUID.randomUUID().toString(), "ledger:c" + i + ":2026", "CadreLedger", 0, "150726", claim(i)));
        }
        return new CommitDraft("user/c" + first + "/" + UUID.randomUUID(), null, null, "c" + first, drafts);
    }

    /** Some 200 bytes of payload. */
    private BonusClaimed claim(int i) {
        return new BonusClaimed(
                "c" + i,
                "claim-" + i,
                new Month(2026, 3),
                "A7",
                null,
                1,
                Points.of(3),
                "年度公益服务活动 " + i,
                LocalDate.of(2026, 3, 17),
                List.of(new EvidenceRef("e-" + i, "5ea1" + i)),
                personal ? "在社区参加了义务劳动，共三小时。" : null);
    }

    private static Map<Segment, Tail> segments(CommitLog log, Path directory) throws IOException {
        Map<Segment, Tail> found = new HashMap<>();
        for (Segment segment : new SegmentFolder(directory, new Export(log)).segments()) {
            found.put(
                    segment,
                    segment.from() == 1
                            ? Tail.EMPTY
                            : Tail.of(log.commit(segment.from() - 1).orElseThrow()));
        }
        return found;
    }

    private static long size(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private void read(CommitLog log, Path directory, Map<Segment, Tail> segments, boolean decode) {
        List<Segment> all = List.copyOf(segments.keySet());
        AtomicInteger next = new AtomicInteger();
        AtomicLong seen = new AtomicLong();
        AtomicLong cpu = new AtomicLong();
        long start = System.nanoTime();
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            for (int reader = 0; reader < READERS; reader++) {
                readers.execute(() -> {
                    long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                    for (int i = next.getAndIncrement(); i < all.size(); i = next.getAndIncrement()) {
                        seen.addAndGet(readOne(log, directory, all.get(i), segments, decode));
                    }
                    cpu.addAndGet(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - own);
                });
            }
        }
        if (seen.get() != events) {
            throw new IllegalStateException(seen + " events instead of " + events);
        }
        say(decode ? "read, checked, decoded" : "read, checked", start, cpu.get());
    }

    private static long readOne(
            CommitLog log, Path directory, Segment segment, Map<Segment, Tail> befores, boolean decode) {
        try {
            Tail before = befores.getOrDefault(segment, Tail.EMPTY);
            long seen = 0;
            for (Commit commit : SegmentReader.read(directory, segment, before)) {
                seen += decode ? log.decode(commit).size() : commit.events().size();
            }
            return seen;
        } catch (DamagedSegment e) {
            throw new IllegalStateException(e);
        }
    }

    /** Processor time is what two quiet cores would need: others' work does not count in it. */
    private void say(String what, long start, long cpu) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%-24s %,12.0f events/s", what, events / seconds);
        if (cpu > 0) {
            System.out.printf("   by processor time on %d cores %,12.0f", READERS, events / (cpu / 1e9 / READERS));
        }
        System.out.println();
    }
}
