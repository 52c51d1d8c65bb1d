package org.cadreledger.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.cadreledger.archive.DamagedSegment;
import org.cadreledger.archive.Restore;
import org.cadreledger.evidence.EvidenceBackup;
import org.cadreledger.evidence.EvidenceConfiguration;
import org.cadreledger.security.UserBackup;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.LogAlone;
import org.cadreledger.store.Tail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code java -jar ledger-app.jar import <folder>}: brings a backup into the empty database that the usual settings name, and
 * ends. Nothing else of the program runs: it would write into the database first.
 */
public final class ImportProgram {
    private static final Logger LOG = LoggerFactory.getLogger(ImportProgram.class);

    private ImportProgram() {}

    /**
     * @param arguments the backup's folder, then settings as the program takes them
     * @return exit code: 0 when the whole backup is in the database
     */
    public static int run(String... arguments) {
        if (arguments.length == 0 || arguments[0].startsWith("--")) {
            LOG.error("import <folder of the backup> [settings]");
            return 1;
        }
        String[] settings = Arrays.copyOfRange(arguments, 1, arguments.length);
        Path folder = Path.of(arguments[0]);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        LogAlone.class, EvidenceConfiguration.class, UserBackup.class)
                .web(WebApplicationType.NONE)
                .run(settings)) {
            Tail end = new Restore(context.getBean(CommitLog.class))
                    .run(folder, position -> LOG.debug("imported to {}", position));
            LOG.info("imported and checked {} commits, head {}", end.position(), end.hash());
            boolean whole = evidence(context.getBean(EvidenceBackup.class).restore(folder));
            users(context.getBean(UserBackup.class).restore(folder));
            return whole ? 0 : 1;
        } catch (IOException | DamagedSegment | Restore.WrongDatabase e) {
            LOG.error("not imported: {}", e.getMessage(), e);
            return 1;
        }
    }

    private static boolean evidence(Optional<EvidenceBackup.Result> found) {
        if (found.isEmpty()) {
            LOG.warn("the backup has no evidence: files that events name cannot be opened");
            return true;
        }
        EvidenceBackup.Result result = found.get();
        LOG.info("imported the evidence of {} uploads", result.uploads());
        if (!result.damaged().isEmpty()) {
            LOG.error(
                    "{} files of evidence are missing or damaged; all else is there",
                    result.damaged().size());
        }
        return result.damaged().isEmpty();
    }

    private static void users(Optional<Long> added) {
        added.ifPresentOrElse(
                count -> LOG.info("imported {} users; those that were there before are as they were", count),
                () -> LOG.warn("the backup has no users: they must be entered again"));
    }
}
