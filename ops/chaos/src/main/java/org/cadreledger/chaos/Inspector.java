package org.cadreledger.chaos;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bson.BsonDocument;
import org.cadreledger.documents.DocumentDatabase;
import org.cadreledger.documents.ProjectionGroup;
import org.cadreledger.documents.Refold;
import org.cadreledger.documents.Refold.Difference;
import org.cadreledger.log.Recorded;
import org.cadreledger.read.models.ReadModels;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.EventTypes;
import org.cadreledger.store.Verification;
import org.cadreledger.wiring.DomainEvents;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the database past the program: the log through the driver, against what the clients were told; the chain; the
 * documents of the read side against a fold of the log from zero. Nobody may write meanwhile. For one thread.
 */
final class Inspector implements AutoCloseable {
    private static final int PAGE = 1_000;
    private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final MongoDatabase database;
    private final Journal journal;
    private final Knowledge known;
    private final Duration patience;
    private final List<String> problems = new ArrayList<>();
    private @Nullable Program program;
    private List<Refold> folds = List.of();
    private long folded;
    private long verified;

    /** What was in the log at the last look. */
    static final class Knowledge {
        /** Of the commit at index + 1. */
        private List<String> ks = new ArrayList<>();

        private Map<String, Long> places = new HashMap<>();

        Knowledge copy() {
            Knowledge copy = new Knowledge();
            copy.ks = new ArrayList<>(ks);
            copy.places = new HashMap<>(places);
            return copy;
        }
    }

    /**
     * @param problems none when all is right
     * @param commits in the log
     * @param documents folded and compared
     */
    record Look(List<String> problems, int commits, int documents) {}

    /** @param patience with documents that are not yet what they should be */
    Inspector(MongoDatabase database, Journal journal, Knowledge known, Duration patience) {
        this.database = database;
        this.journal = journal;
        this.known = known;
        this.patience = patience;
    }

    /** Opened once the log was found to hold each write once: with two of one key it could not be. */
    private record Program(CommitLog log, List<ProjectionGroup> groups) {
        static Program over(MongoDatabase database) {
            CommitLog log = CommitLog.open(
                    database,
                    new EventTypes(DomainEvents.ROOTS, List.of()),
                    Clock.systemUTC(),
                    new SimpleMeterRegistry(),
                    true);
            ReadModels models = ReadModels.open(
                    new DocumentDatabase(database),
                    () -> {
                        throw new IllegalStateException("no board is computed here");
                    },
                    () -> {});
            return new Program(log, models.groups());
        }
    }

    /** @param whole from the first commit; else what is new is read, and everything acknowledged is compared */
    Look look(boolean whole) {
        problems.clear();
        if (whole) {
            folds = List.of();
            verified = 0;
            List<String> before = known.ks;
            known.ks = new ArrayList<>();
            known.places = new HashMap<>();
            readLog(before.isEmpty() ? Long.MAX_VALUE : before.size());
            if (known.ks.size() < before.size()
                    || !known.ks.subList(0, before.size()).equals(before)) {
                problems.add("the log's first " + before.size() + " commits are no longer what they were");
            }
        } else {
            readLog(known.ks.size());
        }
        compareAcknowledged();
        int documents = 0;
        if (problems.isEmpty()) {
            Program opened = program == null ? Program.over(database) : program;
            program = opened;
            verifyChain(opened.log());
            documents = problems.isEmpty() ? compareDocuments(opened) : 0;
        }
        return new Look(List.copyOf(problems), known.ks.size(), documents);
    }

    /** @param ownUpTo commits up to there may be the program's own */
    private void readLog(long ownUpTo) {
        MongoCollection<BsonDocument> commits = database.getCollection("commits", BsonDocument.class);
        for (BsonDocument commit : commits.find(Filters.gt("_id", (long) known.ks.size()))
                .projection(Projections.include("k"))
                .sort(Sorts.ascending("_id"))
                .batchSize(PAGE)) {
            long position = commit.getInt64("_id").getValue();
            String k = commit.getString("k").getValue();
            known.ks.add(k);
            if (position != known.ks.size()) {
                problems.add("commit " + known.ks.size() + " is missing: the next is " + position);
                return;
            }
            Long before = known.places.put(k, position);
            if (before != null) {
                problems.add(k + " is in the log twice, at " + before + " and " + position);
            }
            if (position > ownUpTo && !journal.wasSent(k)) {
                problems.add("nobody sent " + k + " at " + position);
            }
        }
    }

    private void compareAcknowledged() {
        Map<String, Long> acknowledged = journal.acknowledged();
        acknowledged.forEach((k, position) -> {
            Long found = known.places.get(k);
            if (found == null) {
                problems.add("acknowledged at " + position + " and lost: " + k);
            } else if (!found.equals(position)) {
                problems.add("acknowledged at " + position + " and found at " + found + ": " + k);
            }
        });
        known.places.forEach((k, position) -> {
            if (journal.wasSent(k) && !acknowledged.containsKey(k)) {
                journal.found(k, position);
            }
        });
    }

    private void verifyChain(CommitLog log) {
        Verification found = log.verify(verified + 1, known.ks.size(), position -> {});
        if (found.ok()) {
            verified = known.ks.size();
        } else {
            problems.add("the chain breaks at " + found.firstBadPosition() + ": " + found.fault());
        }
    }

    private int compareDocuments(Program opened) {
        if (folds.isEmpty()) {
            folded = 0;
            folds = opened.groups().stream()
                    .map(group -> new Refold(group, 0, Integer.MAX_VALUE))
                    .toList();
        }
        long tail = known.ks.size();
        while (folded < tail) {
            for (Commit commit : opened.log().commits(folded, PAGE)) {
                List<Recorded<Object>> events = opened.log().decode(commit);
                folds.forEach(fold -> fold.take(events));
                folded = commit.position();
            }
        }
        long end = Recorded.guardAfter(tail) - 1;
        long deadline = System.nanoTime() + patience.toNanos();
        List<Difference> differences = differences(end);
        while (!differences.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(AGAIN_NANOS);
            differences = differences(end);
        }
        differences.forEach(difference -> problems.add("document " + difference.documentId() + " of "
                + difference.projection() + " " + difference.what() + " although the log ends at " + tail));
        return folds.stream().mapToInt(Refold::size).sum();
    }

    private List<Difference> differences(long end) {
        return folds.stream()
                .flatMap(fold -> fold.compare(end, () -> end, () -> {}).stream())
                .toList();
    }

    @Override
    public void close() {
        if (program != null) {
            program.log().close();
        }
    }
}
