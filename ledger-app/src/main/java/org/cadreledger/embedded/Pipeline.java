package org.cadreledger.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Aggregations that start with a filter: the filter uses an index, and what drivers send to count documents only counts. */
final class Pipeline {
    private Pipeline() {}

    /** Null for a pipeline that does not start with a filter. */
    static @Nullable List<Document> run(
            StoredCollection collection,
            Document command,
            DatabaseResolver databases,
            MongoDatabase database,
            Oplog oplog) {
        List<Document> stages = Aggregation.parse(command.get("pipeline"));
        if (stages.isEmpty() || !(stages.getFirst().get("$match") instanceof Document filter)) {
            return null;
        }
        if (countsOnly(stages)) {
            int skip = 0;
            int limit = 0;
            for (Document stage : stages) {
                skip += StoredDatabase.number(stage, "$skip");
                limit += StoredDatabase.number(stage, "$limit");
            }
            int count = collection.count(filter, skip, limit);
            return count == 0 ? List.of() : List.of(new Document("_id", 1).append("n", count));
        }
        List<Document> rest = stages.subList(1, stages.size());
        Aggregation aggregation = Aggregation.fromPipeline(rest, databases, database, collection, oplog);
        aggregation.validate(command);
        return aggregation.runStages(collection.matches(filter, null, 0, 0).stream());
    }

    /** `[$match, $skip?, $limit?, $group: {_id: 1, n: {$sum: 1}}]` */
    private static boolean countsOnly(List<Document> stages) {
        boolean between = stages.subList(1, Math.max(1, stages.size() - 1)).stream()
                .allMatch(stage -> stage.containsKey("$skip") || stage.containsKey("$limit"));
        return stages.size() > 1
                && stages.size() <= 4
                && between
                && stages.getLast().get("$group") instanceof Document group
                && group.size() == 2
                && group.get("_id") instanceof Integer one
                && one == 1
                && group.get("n") instanceof Document sum
                && sum.equals(new Document("$sum", 1));
    }
}
