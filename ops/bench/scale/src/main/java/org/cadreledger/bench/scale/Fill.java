package org.cadreledger.bench.scale;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.cadreledger.archive.BulkSegments;
import org.cadreledger.store.BulkCommits;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.EventTypes;

/** Fills an empty log, and its archive, with real commits: encoded by all processors, numbered by one thread, inserted by another. */
final class Fill {
    private static final int CHUNK = 4_096;
    private static final int WAITING = 4;
    private static final int UNSURE = 8;

    private final CommitLog log;
    private final EventTypes types;
    private final Path archive;
    private final boolean whole;

    /** After the last segment. */
    private final List<Commit> rest = new ArrayList<>();

    /** @param whole whether all commits go into the database, or those alone that end a segment and what is in none */
    Fill(CommitLog log, EventTypes types, Path archive, boolean whole) {
        this.whole = whole;
        this.log = log;
        this.types = types;
        this.archive = archive;
    }

    long run(CountyYear county) throws IOException {
        try (ExecutorService inserter = Executors.newSingleThreadExecutor();
                ExecutorService archiver = Executors.newSingleThreadExecutor();
                ExecutorService packers = Executors.newFixedThreadPool(2)) {
            BulkCommits bulk = new BulkCommits(types, log.tail());
            BulkSegments segments = new BulkSegments(archive, packers);
            Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
            long[] made = {0};
            long start = System.nanoTime();
            Instant[] last = {Instant.EPOCH};
            for (CountyYear.Part part : county.parts()) {
                for (long from = 0; from < part.size(); from += CHUNK) {
                    long to = Math.min(part.size(), from + CHUNK);
                    List<BulkCommits.Unnumbered> prepared = LongStream.range(from, to)
                            .parallel()
                            .mapToObj(part.step())
                            .filter(Objects::nonNull)
                            .map(step -> bulk.prepare(step.draft(), step.at()))
                            .toList();
                    List<BulkCommits.Unnumbered> timed = new ArrayList<>(prepared.size());
                    for (BulkCommits.Unnumbered each : prepared) {
                        last[0] = each.at().isAfter(last[0]) ? each.at() : last[0];
                        timed.add(new BulkCommits.Unnumbered(each.prepared(), last[0]));
                    }
                    List<Commit> commits = bulk.number(timed);
                    made[0] += commits.size();
                    CompletableFuture<List<Commit>> ends =
                            CompletableFuture.supplyAsync(() -> segments.take(commits), archiver);
                    waiting.add(
                            whole
                                    ? CompletableFuture.allOf(
                                            ends, CompletableFuture.runAsync(() -> log.restore(commits), inserter))
                                    : ends.thenAcceptAsync(found -> restoreEnds(found, commits), inserter));
                    if (waiting.size() > WAITING) {
                        waiting.removeFirst().join();
                    }
                }
                if (part.size() > 1) {
                    System.err.printf("%,d commits after %.0f s%n", made[0], (System.nanoTime() - start) / 1e9);
                }
            }
            waiting.forEach(CompletableFuture::join);
            segments.finish();
            if (!rest.isEmpty()) {
                log.restore(List.copyOf(rest));
            }
            rest.clear();
            return made[0];
        }
    }

    /** For one thread. */
    private void restoreEnds(List<Commit> ends, List<Commit> commits) {
        rest.addAll(commits);
        if (!ends.isEmpty()) {
            log.restore(ends);
            rest.removeIf(commit -> commit.position() <= ends.getLast().position());
        }
    }

    /** What the program reads from the database itself: the county's and the catalogue's own streams. */
    static void completeEnds(CommitLog log, CountyYear county) {
        long position = 0;
        long tail = log.tail().position();
        for (CountyYear.Part part : county.parts()) {
            for (long own = position + 1; part.isOfCounty() && own <= Math.min(tail, position + part.size()); own++) {
                if (log.commit(own).isEmpty()) {
                    log.restore(List.of(log.history(own - 1, 1).getFirst()));
                }
            }
            position += part.size();
        }
    }

    /** Makes a fill that was ended on its way a whole log, a few segments shorter: the last ones may not be whole. */
    static void shorten(MongoDatabase database, Path archive) throws IOException {
        List<Path> segments;
        try (Stream<Path> files = Files.list(archive)) {
            segments = files.filter(file -> file.getFileName().toString().startsWith("commits-"))
                    .sorted()
                    .toList();
        }
        int whole = segments.size() - UNSURE;
        String last = segments.get(whole - 1).getFileName().toString();
        long end = Long.parseLong(last.substring(last.lastIndexOf('-') + 1, last.indexOf('.')));
        database.getCollection("commits").deleteMany(Filters.gt("_id", end));
        for (Path segment : segments.subList(whole, segments.size())) {
            Files.delete(segment);
        }
    }
}
