package org.cadreledger.documents;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Projections that are fed, and rebuilt, together. */
public final class ProjectionGroup {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionGroup.class);

    /** Which generation of each group is in use. */
    private static final String REGISTER = "projections";

    private static final String GENERATION = "generation";
    /** The one that was in use before. */
    private static final String BEFORE = "before";
    /** The highest number given to a rebuild; two nodes never build the same. */
    private static final String BEGUN = "begun";
    /** Names and versions of the projections that the generation was built with. */
    private static final String HOLDS = "holds";

    /** By then the slowest node has followed and its longest read has ended. */
    private static final Duration UNREAD_AFTER = Duration.ofMinutes(5);

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
    }

    private int activeNumber() {
        BsonDocument found = registered();
        if (found != null) {
            outdated = !holds().equals(found.get(HOLDS));
            int number = number(found, GENERATION);
            int before = found.containsKey(BEFORE) ? number(found, BEFORE) : number - 1;
            if (before > 0) {
                // left by a program that ended before it could remove them, or still read on another node
                removeWhenUnread(generation(before));
            }
            return number;
        }
        try {
            register.insertOne(key().append(GENERATION, new BsonInt32(1)).append(HOLDS, holds()));
            return 1;
        } catch (MongoWriteException e) {
            // another node was faster
            BsonDocument theirs = registered();
            if (theirs == null) {
                throw e;
            }
            return number(theirs, GENERATION);
        }
    }

    private @Nullable BsonDocument registered() {
        return register.find(key()).limit(1).first();
    }

    private BsonDocument entry() {
        BsonDocument found = registered();
        if (found == null) {
            throw new IllegalStateException(REGISTER + " has lost " + name);
        }
        return found;
    }

    private static int number(BsonDocument entry, String field) {
        return entry.getNumber(field).intValue();
    }

    private static int begun(BsonDocument entry) {
        int active = number(entry, GENERATION);
        return entry.containsKey(BEGUN) ? Math.max(active, number(entry, BEGUN)) : active;
    }

    /** False when the entry is no longer as it was read. */
    private boolean replace(BsonDocument asRead, BsonDocument next) {
        BsonDocument expected = key().append(GENERATION, asRead.get(GENERATION))
                .append(BEGUN, asRead.getOrDefault(BEGUN, new BsonDocument("$exists", BsonBoolean.FALSE)));
        return register.replaceOne(expected, next).getMatchedCount() == 1;
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

    /** The generation that reads of this node use; ask anew for each. */
    public Generation active() {
        return active;
    }

    /** Of the generation in use. */
    public Workspace workspace() {
        return workspace(active);
    }

    /** To go on with that generation. */
    public Workspace workspace(Generation generation) {
        return new Workspace(this, generation, false);
    }

    /**
     * The generation that was put in use, perhaps by another node.
     *
     * @throws StaleDocuments when it was built by a program with other projections: this one cannot go on with it
     */
    public Generation current() {
        BsonDocument entry = entry();
        int number = number(entry, GENERATION);
        if (number == active.number()) {
            return active;
        }
        if (!holds().equals(entry.get(HOLDS))) {
            throw new StaleDocuments(name + " by another version of the program");
        }
        return generation(number);
    }

    /** From now on reads of this node use that generation. */
    public void use(Generation next) {
        active = next;
        outdated = false;
    }

    /** Begins another generation, empty. */
    public Rebuild rebuild() {
        return new Rebuild(this, begin());
    }

    /** The same with a bound of its own, in bytes of documents in memory. */
    public Rebuild rebuild(long bound) {
        return new Rebuild(this, begin(), bound);
    }

    private Generation begin() {
        BsonDocument entry;
        BsonDocument begun;
        int number;
        do {
            entry = entry();
            number = begun(entry) + 1;
            begun = entry.clone().append(BEGUN, new BsonInt32(number));
        } while (!replace(entry, begun));
        Generation next = generation(number);
        next.drop();
        next.prepare();
        return next;
    }

    /** Removes documents that are no longer in use, once no node reads them any more. */
    public void removeWhenUnread(Generation old) {
        CompletableFuture.delayedExecutor(UNREAD_AFTER.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> remove(old));
    }

    private static void remove(Generation old) {
        try {
            old.drop();
        } catch (MongoException | IllegalStateException e) {
            // the program has ended meanwhile, as a rule; the next start sees to it
            LOG.debug("documents of generation {} are left: {}", old.number(), e.toString());
        }
    }

    /** @throws StaleDocuments when another generation has been put in use meanwhile */
    void activate(Generation next, int instead) {
        BsonDocument entry;
        do {
            entry = entry();
            if (number(entry, GENERATION) != instead) {
                throw new StaleDocuments(REGISTER);
            }
        } while (!replace(
                entry,
                key().append(GENERATION, new BsonInt32(next.number()))
                        .append(BEFORE, new BsonInt32(instead))
                        .append(BEGUN, new BsonInt32(begun(entry)))
                        .append(HOLDS, holds())));
        for (int abandoned = instead + 1; abandoned < next.number(); abandoned++) {
            generation(abandoned).drop();
        }
    }
}
