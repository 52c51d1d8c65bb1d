package org.cadreledger.projecting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.cadreledger.archive.Archive;
import org.cadreledger.archive.ArchiveLimits;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.store.Commit;
import org.cadreledger.store.SealedRanges;
import org.cadreledger.time.Month;
import org.cadreledger.time.Quarter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents are the same whether the log comes from segments or from the database. */
class RebuildFromArchiveTest extends ReadSideFixture {
    private static final int CADRES = 12;
    private static final int SEGMENT = 16;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void a_county() {
        county.catalogue();
        county.define(new Month(2026, 1));
        for (int i = 0; i < CADRES; i++) {
            county.register("c" + i);
        }
        county.quarter(new Quarter(2026, 1), CADRES);
    }

    /** Counts what is taken from the archive. */
    private record Counting(SealedRanges archive, AtomicLong commits) implements SealedRanges {
        @Override
        public Optional<List<Commit>> after(long position) {
            Optional<List<Commit>> found = archive.after(position);
            found.ifPresent(list -> commits.addAndGet(list.size()));
            return found;
        }

        @Override
        public boolean erasing(long position, BooleanSupplier inDatabase) {
            return archive.erasing(position, inDatabase);
        }
    }

    private Archive archive() throws IOException {
        Archive archive =
                new Archive(log, directory.resolve("archive"), new ArchiveLimits(SEGMENT, Long.MAX_VALUE), meters);
        boolean more = true;
        while (more) {
            more = archive.writeNext();
        }
        return archive;
    }

    @Test
    void segments_and_database_give_the_same_documents_to_a_rebuild_and_to_new_processors() throws IOException {
        ReadModels models = models();
        Projectors projectors = started(models, tokens());
        catchUp(projectors);
        Map<String, String> fromDatabase = dump(1);
        Archive archive = archive();
        assertThat(archive.position())
                .isGreaterThan(SEGMENT)
                .isLessThan(log.tail().position());
        AtomicLong read = new AtomicLong();
        log.readSealed(new Counting(archive, read));

        assertThat(rebuilt(projectors)).isEqualTo(fromDatabase);
        // both groups
        assertThat(read.get()).isEqualTo(2 * archive.position());
        projectors.close();

        database.listCollectionNames().into(new java.util.ArrayList<>()).stream()
                .filter(name -> name.matches(".*_g\\d|projections|tokens"))
                .forEach(name -> database.getCollection(name).drop());
        catchUp(started(models(), tokens()));
        assertThat(dump(1)).isEqualTo(fromDatabase);
        assertThat(read.get()).isGreaterThan(2 * archive.position());
    }

    @Test
    void a_tampered_segment_is_refused_and_the_rebuild_goes_on_from_the_database() throws IOException {
        ReadModels models = models();
        Projectors projectors = started(models, tokens());
        catchUp(projectors);
        Map<String, String> before = dump(1);
        Archive archive = archive();
        log.readSealed(archive);
        Path second = segment(archive, SEGMENT + 1);
        try (RandomAccessFile file = new RandomAccessFile(second.toFile(), "rw")) {
            file.seek(file.length() / 2);
            int old = file.read();
            file.seek(file.length() / 2);
            file.write(old ^ 1);
        }
        assertThat(rebuilt(projectors)).isEqualTo(before);
        assertThat(meters.get("ledger.archive.damaged").counter().count()).isEqualTo(1);
        assertThat(archive.position()).isEqualTo(SEGMENT);
    }

    private static Path segment(Archive archive, long from) throws IOException {
        try (var files = Files.list(archive.directory())) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("commits-"))
                    .filter(file -> String.valueOf(file.getFileName()).contains(String.format("-%012d-", from)))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Map<String, String> rebuilt(Projectors projectors) {
        OnlineRebuilds rebuilds = opened(new OnlineRebuilds(projectors, log, Clock.systemUTC()));
        rebuilds.start("ledger");
        rebuilds.start("desk");
        await().atMost(PATIENCE)
                .until(() -> rebuilds.status().stream()
                        .noneMatch(progress -> progress.state() == Rebuilds.State.REBUILDING));
        assertThat(rebuilds.status()).allMatch(progress -> progress.state() == Rebuilds.State.REBUILT);
        return dump(2);
    }
}
