package org.cadreledger.bench.scale;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.cadreledger.archive.Archive;
import org.cadreledger.archive.ArchiveLimits;
import org.cadreledger.documents.DocumentDatabase;
import org.cadreledger.embedded.EmbeddedMongo;
import org.cadreledger.embedded.EmbeddedOptions;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.EventTypes;
import org.cadreledger.store.StreamFolds;
import org.cadreledger.wiring.DomainEvents;

/** The program's own parts on a database of their own, without the web. */
final class Stage implements AutoCloseable {
    final EventTypes types = new EventTypes(DomainEvents.ROOTS, List.of());
    final Path folder;
    final boolean kept;
    final EmbeddedMongo server;
    final MongoClient client;
    final MongoDatabase database;
    final CommitLog log;
    final FreshFolds folds;
    final ReadModels models;
    final Path archive;

    Stage(Settings settings) throws IOException {
        String data = settings.data();
        kept = data != null;
        folder = data != null ? Files.createDirectories(Path.of(data)) : Files.createTempDirectory(Path.of("target"), "bench-scale-data");
        server = EmbeddedMongo.open(folder.resolve("db"), EmbeddedOptions.plain());
        client = MongoClients.create(server.clientSettings().retryWrites(false).build());
        database = client.getDatabase("cadreledger");
        log = CommitLog.open(database, types, Clock.systemUTC(), new SimpleMeterRegistry(), true);
        archive = folder.resolve("archive");
        folds = new FreshFolds(new StreamFolds(log, 1_000, true)::fold);
        models = ReadModels.open(new DocumentDatabase(database), folds::catalogues, () -> {});
    }

    void readArchive() {
        log.readSealed(new Archive(log, archive, ArchiveLimits.DEFAULT, new SimpleMeterRegistry()));
    }

    @Override
    public void close() {
        log.close();
        client.close();
        server.close();
        if (kept) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("left behind: " + folder);
        }
    }
}
