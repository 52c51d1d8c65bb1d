package org.cadreledger.documents;

import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** Projections that are fed, and rebuilt, together. */
public final class ProjectionGroup {
    /** Which generation of each group is in use. */
    private static final String REGISTER = "projections";

    private static final String GENERATION = "generation";
    /** Names and versions of the projections that the generation was built with. */
    private static final String HOLDS = "holds";

    private static final Duration LONGEST_READ = Duration.ofSeconds(30);

    private final String name;
    private final List<Projection<?>> projections;
    private final AfterBatch afterBatch;
    private final MongoDatabase database;
    private final MongoCollection<BsonDocument> register;
    private volatile Generation active;
    private volatile boolean outdated;

    /** Opens the generation in use and creates what is missing. */
    public ProjectionGroup(
            String name, List<Projection<?>> projections, AfterBatch afterBatch, DocumentDatabase documents) {
        this.name = name;
        this.projections = List.copyOf(projections);
        this.afterBatch = afterBatch;
        this.database = documents.database();
        this.register = database.getCollection(REGISTER, BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.active = generation(activeNumber());
        active.prepare();
        if (active.number() > 1) {
            // left by a program that ended before it could remove them
            generation(active.number() - 1).drop();
        }
    }

    private int activeNumber() {
        BsonDocument found = register.find(key()).limit(1).first();
        if (found != null) {
            outdated = !holds().equals(found.get(HOLDS));
            return found.getNumber(GENERATION).intValue();
        }
        try {
            register.insertOne(entry(1));
            return 1;
        } catch (MongoWriteException e) {
            // another node was faster
            BsonDocument theirs = register.find(key()).limit(1).first();
            if (theirs == null) {
                throw e;
            }
            return theirs.getNumber(GENERATION).intValue();
        }
    }

    private BsonDocument entry(int generation) {
        return key().append(GENERATION, new BsonInt32(generation)).append(HOLDS, holds());
    }

    private BsonString holds() {
        return new BsonString(projections.stream()
                .map(projection -> projection.name() + " " + projection.version())
                .sorted()
                .collect(Collectors.joining(", ")));
    }

    private BsonDocument key() {
        return new BsonDocument("_id", new BsonString(name));
    }

    private Generation generation(int number) {
        return new Generation(database, projections, number);
    }

    public String name() {
        return name;
    }

    /** Names of what is folded; computed documents are not among them. */
    public List<String> foldedNames() {
        return projections.stream()
                .filter(projection -> !(projection instanceof Derived<?>))
                .map(Projection::name)
                .toList();
    }

    List<Projection<?>> projections() {
        return projections;
    }

    AfterBatch afterBatch() {
        return afterBatch;
    }

    /** Whether the generation in use was built by a program with other projections: some documents are missing or wanting. */
    public boolean isOutdated() {
        return outdated;
    }

    /** The generation that reads and batches use; ask anew for each. */
    public Generation active() {
        return active;
    }

    /** Of the generation in use. */
    public Workspace workspace() {
        return new Workspace(this, active, false);
    }

    /** Begins the next generation, empty. */
    public Rebuild rebuild() {
        Generation next = generation(active.number() + 1);
        next.drop();
        next.prepare();
        return new Rebuild(this, next);
    }

    /** Removes documents that are no longer in use, once reads that began on them have ended. */
    public void removeWhenUnread(Generation old) {
        CompletableFuture.delayedExecutor(LONGEST_READ.toMillis(), TimeUnit.MILLISECONDS)
                .execute(old::drop);
    }

    /** @throws StaleDocuments when another generation has been put in use meanwhile */
    void activate(Generation next) {
        BsonDocument expected = key().append(GENERATION, new BsonInt32(active.number()));
        if (register.replaceOne(expected, entry(next.number())).getMatchedCount() != 1) {
            throw new StaleDocuments(REGISTER);
        }
        active = next;
        outdated = false;
    }
}
