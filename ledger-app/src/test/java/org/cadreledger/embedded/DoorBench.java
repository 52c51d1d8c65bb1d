package org.cadreledger.embedded;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.bson.Document;
import org.springframework.util.FileSystemUtils;

/**
 * What the locked door costs: the same database through TLS both ways, and through a plain port that only this program opens
 * beside it. Arguments: directory, rounds. See ops/bench/embedded.
 */
final class DoorBench {
    private static final int THREADS = 64;
    private static final int INSERTS = 20_000;
    private static final int BATCH = 1_000;
    private static final int BATCHES = 40;
    private static final int READS = 20_000;
    private static final int PAGES = 300;
    private static final int WORKERS = 80;

    private final Path directory;
    private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();

    private DoorBench(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) throws Exception {
        Quiet.logs();
        int rounds = Integer.parseInt(arguments[1]);
        DoorBench bench = new DoorBench(Path.of(arguments[0]));
        bench.round(0); // to warm up
        bench.figures.clear();
        for (int round = 1; round <= rounds; round++) {
            bench.round(round);
        }
        bench.figures.forEach((what, doors) -> {
            double plain = median(doors.getOrDefault("plain", List.of()));
            double tls = median(doors.getOrDefault("tls", List.of()));
            System.out.printf(
                    "median of %d: %-40s plain %,10.0f/s  tls %,10.0f/s  ratio %.2f%n",
                    rounds, what, plain, tls, tls / plain);
        });
    }

    private void round(int round) throws Exception {
        List<String> order = round % 2 == 0 ? List.of("plain", "tls") : List.of("tls", "plain");
        for (String door : order) {
            Path folder = Files.createTempDirectory(directory, door);
            try (EmbeddedMongo embedded = EmbeddedMongo.open(folder, EmbeddedOptions.plain())) {
                MongoServer plain = new MongoServer(embedded.backend());
                plain.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, WORKERS);
                try (MongoClient client = MongoClients.create(
                        door.equals("tls") ? embedded.clientSettings().build() : plainly(plain))) {
                    measure(round, door, client.getDatabase("cadreledger").getCollection("log"));
                }
                plain.shutdownNow();
            }
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static MongoClientSettings plainly(MongoServer server) {
        return MongoClientSettings.builder()
                .applyConnectionString(new com.mongodb.ConnectionString("mongodb:/" + server.getLocalAddress()
                        + "/?directConnection=true&retryWrites=false&retryReads=false"))
                .build();
    }

    private void measure(int round, String door, MongoCollection<Document> log) throws Exception {
        log.createIndex(new Document("k", 1), new IndexOptions().unique(true));
        note(round, door, "insertOne, 64 threads", INSERTS, run(THREADS, INSERTS, id -> log.insertOne(commit(id))));
        note(round, door, "insertMany 1,000, 1 thread, documents", BATCH * BATCHES, run(1, BATCHES, number -> {
            long first = INSERTS + number * BATCH;
            log.insertMany(LongStream.range(first, first + BATCH)
                    .mapToObj(DoorBench::commit)
                    .toList());
        }));
        note(round, door, "find by _id, 64 threads", READS, run(THREADS, READS, id -> {
            if (log.find(new Document("_id", id * 7 % INSERTS)).first() == null) {
                throw new IllegalStateException("lost " + id);
            }
        }));
        note(round, door, "pages of 1,000 by _id, 1 thread, documents", BATCH * PAGES, run(1, PAGES, number -> {
            Document range = new Document("_id", new Document("$gte", number % BATCHES * BATCH));
            if (log.find(range)
                            .sort(new Document("_id", 1))
                            .limit(BATCH)
                            .batchSize(BATCH)
                            .into(new ArrayList<>())
                            .size()
                    != BATCH) {
                throw new IllegalStateException("a page is short");
            }
        }));
    }

    private static double run(int threads, int times, LongConsumer action) throws Exception {
        AtomicLong next = new AtomicLong();
        long start = System.nanoTime();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> {
                    for (long id = next.getAndIncrement(); id < times; id = next.getAndIncrement()) {
                        action.accept(id);
                    }
                }));
            }
            for (Future<?> future : running) {
                future.get();
            }
        }
        return (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private void note(int round, String door, String what, int count, double seconds) {
        figures.computeIfAbsent(what, w -> new LinkedHashMap<>())
                .computeIfAbsent(door, d -> new ArrayList<>())
                .add(count / seconds);
        System.out.printf("round %d %-5s %-42s %,10.0f/s%n", round, door, what, count / seconds);
    }

    private static double median(List<Double> figures) {
        double[] sorted = figures.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    private static Document commit(long id) {
        return new Document("_id", id)
                .append("k", "user/" + Long.toHexString(id * 0x9E3779B97F4A7C15L))
                .append("events", List.of(new Document("payload", "x".repeat(120))));
    }
}
