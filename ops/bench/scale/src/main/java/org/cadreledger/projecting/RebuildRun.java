package org.cadreledger.projecting;

import org.cadreledger.read.models.ReadModels;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.LogMessageSource;
import com.mongodb.client.MongoDatabase;

/** The program's own rebuild of all groups in one pass, as it runs after an update, without other work beside it. */
public final class RebuildRun {
    private RebuildRun() {}

    public static void of(ReadModels models, CommitLog log, MongoDatabase database) {
        try (LogMessageSource source = new LogMessageSource(log);
                Projectors projectors = new Projectors(
                        models.groups(),
                        log,
                        source,
                        ProjectingConfiguration.tokens(database, "embedded"),
                        ProcessorSettings.DEFAULT)) {
            new Rebuilding(projectors.all(), log).run();
        }
    }
}
