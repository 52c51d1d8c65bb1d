package org.cadreledger.store;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.conversions.Bson;

/** The log's collection on any server that speaks the protocol. Uses only what all of them have: no transactions. */
final class MongoCommits implements Commits {

    static final String COLLECTION = "commits";

    /** A commit holds at most this many events, so the next commit of a stream begins at most this much later. */
    private static final int WINDOW = PreparedCommit.MAX_EVENTS;

    private final MongoCollection<BsonDocument> documents;
    private final MongoCollection<Commit> collection;

    MongoCommits(MongoDatabase database) {
        this(database, COLLECTION);
    }

    MongoCommits(MongoDatabase database, String name) {
        documents = durable(database, name);
        documents.createIndex(Indexes.ascending(CommitBson.K), new IndexOptions().unique(true));
        documents.createIndex(Indexes.ascending(CommitBson.KEYS), new IndexOptions().unique(true));
        collection = documents
                .withDocumentClass(Commit.class)
                .withCodecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromCodecs(CommitBson.codec()), documents.getCodecRegistry()));
    }

    /** Durable writes and reads of what cannot be rolled back, always on the primary. */
    static MongoCollection<BsonDocument> durable(MongoDatabase database, String name) {
        return database.getCollection(name, BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY)
                .withReadPreference(ReadPreference.primary());
    }

    @Override
    public void insert(List<Commit> commits) {
        collection.insertMany(commits, new InsertManyOptions().ordered(true));
    }

    @Override
    public Optional<Commit> last() {
        return first(collection.find().sort(Sorts.descending(CommitBson.ID)));
    }

    @Override
    public Optional<Commit> at(long position) {
        return first(collection.find(Filters.eq(CommitBson.ID, position)));
    }

    @Override
    public Optional<Instant> timeAt(long position) {
        BsonDocument found = documents
                .find(Filters.eq(CommitBson.ID, position))
                .projection(Projections.include(CommitBson.TIME))
                .first();
        return Optional.ofNullable(found)
                .map(document ->
                        Instant.ofEpochMilli(document.getInt64(CommitBson.TIME).getValue()));
    }

    @Override
    public Optional<Commit> withK(String k) {
        return first(collection.find(Filters.eq(CommitBson.K, k)));
    }

    @Override
    public Optional<Commit> withAnyKey(List<String> keys) {
        return first(collection.find(Filters.in(CommitBson.KEYS, keys)));
    }

    @Override
    public Map<Long, String> hashes(long after, int limit) {
        Map<Long, String> hashes = new HashMap<>();
        documents
                .find(between(after, after + limit))
                .projection(Projections.include(CommitBson.HASH))
                .forEach(document -> hashes.put(
                        document.getInt64(CommitBson.ID).getValue(),
                        document.getString(CommitBson.HASH).getValue()));
        return hashes;
    }

    @Override
    public List<Commit> after(long position, int limit) {
        return after(collection, position, limit);
    }

    @Override
    public List<Read> readAfter(long position, int limit) {
        return after(documents, position, limit).stream()
                .map(MongoCommits::readWithFault)
                .toList();
    }

    private static Read readWithFault(BsonDocument document) {
        long position = document.getNumber(CommitBson.ID).longValue();
        try {
            return new Read(position, Optional.of(CommitBson.read(document)), "");
        } catch (MalformedCommit e) {
            return new Read(position, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private static <T> List<T> after(MongoCollection<T> in, long position, int limit) {
        return in.find(Filters.gt(CommitBson.ID, position))
                .sort(Sorts.ascending(CommitBson.ID))
                .limit(limit)
                .batchSize(limit)
                .into(new ArrayList<>());
    }

    @Override
    public List<Commit> ofStream(String stream, long firstSequence) {
        // ':' follows '9', so this is the end of the stream's keys
        List<Commit> found = inKeyRange(Commit.key(stream, firstSequence), stream + "/:", WINDOW + 1);
        if (found.size() <= WINDOW) {
            return found;
        }
        return inWindows(stream, firstSequence);
    }

    /** No sort by {@code _id} in the query: a planner might then walk the whole log instead of the range. */
    private List<Commit> inWindows(String stream, long firstSequence) {
        List<Commit> all = new ArrayList<>();
        long from = firstSequence;
        while (true) {
            List<Commit> window = inKeyRange(Commit.key(stream, from), Commit.key(stream, from + WINDOW), WINDOW);
            if (window.isEmpty()) {
                return all;
            }
            all.addAll(window);
            from = 1
                    + window.getLast().events().stream()
                            .filter(event -> event.stream().equals(stream))
                            .mapToLong(StoredEvent::sequence)
                            .max()
                            .orElseThrow();
        }
    }

    private List<Commit> inKeyRange(String from, String to, int limit) {
        Bson range = new BsonDocument(
                CommitBson.KEYS,
                new BsonDocument(
                        "$elemMatch",
                        new BsonDocument("$gte", new BsonString(from)).append("$lt", new BsonString(to))));
        List<Commit> found = new ArrayList<>();
        collection.find(range).limit(limit).batchSize(limit).forEach(found::add);
        found.sort(Comparator.comparingLong(Commit::position));
        return found;
    }

    @Override
    public boolean erasePersonal(long position, int index) {
        return collection
                        .updateOne(
                                Filters.eq(CommitBson.ID, position), Updates.unset(CommitBson.PERSONAL + "." + index))
                        .getModifiedCount()
                > 0;
    }

    private static Bson between(long after, long through) {
        return new BsonDocument(
                CommitBson.ID, new BsonDocument("$gt", new BsonInt64(after)).append("$lte", new BsonInt64(through)));
    }

    private static Optional<Commit> first(FindIterable<Commit> found) {
        return Optional.ofNullable(found.limit(1).first());
    }
}
