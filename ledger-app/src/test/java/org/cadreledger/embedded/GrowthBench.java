package org.cadreledger.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.util.FileSystemUtils;

/**
 * Growth and pauses: small documents one by one through the group commit, with compaction and without, in turn. Arguments:
 * directory, documents, threads, rounds. See ops/bench/embedded.
 */
final class GrowthBench {
    private static final int REPORTS = 5;
    private static final long IDLE_SECONDS = 20;
    private static final long PAUSE_NANOS = 50_000_000;

    private GrowthBench() {}

    public static void main(String[] arguments) throws Exception {
        Quiet.logs();
        Path directory = Path.of(arguments[0]);
        int documents = Integer.parseInt(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        for (int round = 1; round <= rounds; round++) {
            run(Files.createTempDirectory(directory, "off"), false, round, documents, threads);
            run(Files.createTempDirectory(directory, "on"), true, round, documents, threads);
        }
    }

    private static void run(Path directory, boolean compacting, int round, int documents, int threads)
            throws Exception {
        try (EmbeddedMongo embedded = EmbeddedMongo.open(directory, EmbeddedOptions.plain());
                MongoClient client =
                        MongoClients.create(embedded.clientSettings().build());
                Hiccups hiccups = new Hiccups()) {
            Slices slices = new Slices();
            embedded.compaction().listen(slices);
            if (!compacting) {
                embedded.compaction().close();
            }
            MongoCollection<Document> log = client.getDatabase("cadreledger").getCollection("log");
            log.createIndex(new Document("keys", 1), new IndexOptions().unique(true));
            log.createIndex(new Document("k", 1), new IndexOptions().unique(true));
            Writes writes = new Writes(log, embedded, documents);
            writes.run(threads);
            System.out.printf("round %d compaction %s%n%s", round, compacting ? "on" : "off", writes);
            System.out.printf("  the machine alone: a sleep of 1 ms took up to %s%n", hiccups);
            System.out.printf("  writes over 50 ms: %s%n", slices.shareOf(writes.slow()));
            if (compacting) {
                System.out.printf("  slices: %s%n", slices);
                TimeUnit.SECONDS.sleep(IDLE_SECONDS);
                System.out.printf(
                        "  after %d s idle: %d bytes a document; slices: %s%n",
                        IDLE_SECONDS, embedded.fileBytes() / documents, slices);
            }
        }
        FileSystemUtils.deleteRecursively(directory);
    }

    /** The load, and how long each write took. */
    private static final class Writes {
        private final MongoCollection<Document> log;
        private final EmbeddedMongo embedded;
        private final long[] starts;
        private final long[] nanos;
        private final AtomicLong next = new AtomicLong();
        private final Map<Long, Long> growth = new ConcurrentSkipListMap<>();
        private double seconds;

        Writes(MongoCollection<Document> log, EmbeddedMongo embedded, int documents) {
            this.log = log;
            this.embedded = embedded;
            this.starts = new long[documents];
            this.nanos = new long[documents];
        }

        void run(int threads) throws Exception {
            long start = System.nanoTime();
            try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
                List<Future<?>> running = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    running.add(executor.submit(this::write));
                }
                for (Future<?> future : running) {
                    future.get();
                }
            }
            seconds = (System.nanoTime() - start) / 1e9;
        }

        private void write() {
            for (long id = next.getAndIncrement(); id < nanos.length; id = next.getAndIncrement()) {
                long start = System.nanoTime();
                log.insertOne(commit(id));
                starts[(int) id] = start;
                nanos[(int) id] = System.nanoTime() - start;
                if ((id + 1) % (nanos.length / REPORTS) == 0) {
                    growth.put(id + 1, embedded.fileBytes() / (id + 1));
                }
            }
        }

        /** Start and end of each write that took over 50 ms. */
        List<long[]> slow() {
            return IntStream.range(0, nanos.length)
                    .filter(i -> nanos[i] > PAUSE_NANOS)
                    .mapToObj(i -> new long[] {starts[i], starts[i] + nanos[i]})
                    .toList();
        }

        @Override
        public String toString() {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return String.format(
                    "  %,.0f writes/s; latency ms p50 %.1f p99 %.1f p99.9 %.1f max %.1f%n  bytes a document after so many: %s%n",
                    nanos.length / seconds,
                    millis(sorted, 0.5),
                    millis(sorted, 0.99),
                    millis(sorted, 0.999),
                    sorted[sorted.length - 1] / 1e6,
                    growth);
        }
    }

    /** When compaction held the file. */
    private static final class Slices implements Compaction.SliceListener {
        private final List<long[]> all = new ArrayList<>();

        @Override
        public synchronized void sliced(long startNanos, long endNanos) {
            all.add(new long[] {startNanos, endNanos});
        }

        /** How much of these times fell into slices. */
        synchronized String shareOf(List<long[]> times) {
            long most = 0;
            long halves = 0;
            for (long[] time : times) {
                long within = 0;
                for (long[] slice : all) {
                    within += Math.max(0, Math.min(time[1], slice[1]) - Math.max(time[0], slice[0]));
                }
                most = Math.max(most, within);
                halves += within * 2 > time[1] - time[0] ? 1 : 0;
            }
            return String.format(
                    "%d; slices took more than half of %d of them; the most that one waited for slices was %.1f ms",
                    times.size(), halves, most / 1e6);
        }

        @Override
        public synchronized String toString() {
            long[] sorted = all.stream()
                    .mapToLong(slice -> slice[1] - slice[0])
                    .sorted()
                    .toArray();
            if (sorted.length == 0) {
                return "none";
            }
            return String.format(
                    "%d, %.1f s together, ms p50 %.1f p99 %.1f max %.1f, over 50 ms %d",
                    sorted.length,
                    Arrays.stream(sorted).sum() / 1e9,
                    millis(sorted, 0.5),
                    millis(sorted, 0.99),
                    sorted[sorted.length - 1] / 1e6,
                    Arrays.stream(sorted).filter(took -> took > PAUSE_NANOS).count());
        }
    }

    /** What a thread that asks for nothing but to be woken suffers from the machine, beside the same load. */
    private static final class Hiccups implements AutoCloseable {
        private final List<Long> overs = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean ended;

        Hiccups() {
            Thread.ofPlatform().daemon().start(this::run);
        }

        private void run() {
            while (!ended) {
                long start = System.nanoTime();
                LockSupport.parkNanos(1_000_000);
                overs.add(System.nanoTime() - start);
            }
        }

        @Override
        public String toString() {
            long[] sorted = List.copyOf(overs).stream()
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray();
            return String.format(
                    "%.1f ms, over 50 ms %d times of %d",
                    sorted[sorted.length - 1] / 1e6,
                    Arrays.stream(sorted).filter(took -> took > PAUSE_NANOS).count(),
                    sorted.length);
        }

        @Override
        public void close() {
            ended = true;
        }
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) (sorted.length * share)] / 1e6;
    }

    /** About 200 bytes, keys in no order, as commits of many cadres come. */
    private static Document commit(long id) {
        long cadre = id * 7_919 % 100_003;
        return new Document("_id", id)
                .append("keys", List.of("ledger:" + cadre + ":2026/" + id / 100_003))
                .append("k", "user/" + Long.toHexString(id * 0x9E3779B97F4A7C15L))
                .append("events", List.of(new Document("payload", "x".repeat(90))));
    }
}
