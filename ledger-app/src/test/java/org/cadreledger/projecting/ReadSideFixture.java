package org.cadreledger.projecting;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.bson.Document;
import org.cadreledger.catalogue.book.CatalogueBook;
import org.cadreledger.documents.DocumentDatabase;
import org.cadreledger.embedded.EmbeddedMongo;
import org.cadreledger.embedded.EmbeddedOptions;
import org.cadreledger.facts.FreshFolds;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.EventTypes;
import org.cadreledger.store.LogMessageSource;
import org.cadreledger.store.StreamFolds;
import org.cadreledger.wiring.DomainEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty log and read side on an embedded database of their own. */
abstract class ReadSideFixture {
    static final Duration PATIENCE = Duration.ofMinutes(2);

    final EventTypes types = EventTypes.of(DomainEvents.ROOTS.toArray(new Class<?>[0]));

    @SuppressWarnings("NullAway.Init")
    @TempDir
    Path directory;

    @SuppressWarnings("NullAway.Init")
    MongoDatabase database;

    @SuppressWarnings("NullAway.Init")
    CommitLog log;

    @SuppressWarnings("NullAway.Init")
    FreshFolds folds;

    @SuppressWarnings("NullAway.Init")
    CountyLog county;

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void openLog() {
        EmbeddedMongo server = opened(EmbeddedMongo.open(directory, EmbeddedOptions.plain()));
        MongoClient client = opened(MongoClients.create(server.clientSettings().build()));
        database = client.getDatabase("cadreledger");
        log = opened(CommitLog.open(database, types, Clock.systemUTC(), new SimpleMeterRegistry()));
        StreamFolds streams = new StreamFolds(log, 1_000, true);
        folds = new FreshFolds(streams::fold);
        county = new CountyLog(log, "ly");
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
    }

    <T extends AutoCloseable> T opened(T closeable) {
        open.add(closeable);
        return closeable;
    }

    ReadModels models() {
        return models(folds::catalogues, () -> {});
    }

    ReadModels models(Supplier<CatalogueBook> catalogues, Runnable boardComputed) {
        return ReadModels.open(new DocumentDatabase(database), catalogues, boardComputed);
    }

    /** New models, and processors that have taken the whole log. */
    ReadModels caughtUp() {
        ReadModels models = models();
        catchUp(started(models, tokens()));
        return models;
    }

    void catchUp(Projectors projectors) {
        if (!projectors.await(log.tail().position(), PATIENCE)) {
            throw new AssertionError("the projections did not keep up");
        }
    }

    TokenStore tokens() {
        return ProjectingConfiguration.tokens(database, "embedded");
    }

    Projectors started(ReadModels models, TokenStore tokens) {
        Projectors projectors = opened(new Projectors(
                models.groups(), log, opened(new LogMessageSource(log)), tokens, ProcessorSettings.DEFAULT));
        projectors.start();
        return projectors;
    }

    /** Bodies, positions and fields of all documents of one generation, by collection and id. */
    Map<String, String> dump(int generation) {
        Map<String, String> all = new TreeMap<>();
        String suffix = "_g" + generation;
        for (String name : database.listCollectionNames()) {
            if (name.endsWith(suffix)) {
                String plain = name.substring(0, name.length() - suffix.length());
                for (Document document : database.getCollection(name).find().limit(100_000)) {
                    all.put(plain + " " + document.get("_id"), document.toJson());
                }
            }
        }
        return all;
    }
}
