package org.cadreledger.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.LogAlone;
import org.cadreledger.store.Tail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code java -jar ledger-app.jar import <folder>}: brings the log of a backup into the empty database that the usual settings
 * name, and ends. Nothing else of the program runs: it would write into the database first.
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
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(LogAlone.class)
                .web(WebApplicationType.NONE)
                .run(settings)) {
            Tail end = new Restore(context.getBean(CommitLog.class))
                    .run(Path.of(arguments[0]), position -> LOG.debug("imported to {}", position));
            LOG.info("imported and checked {} commits, head {}", end.position(), end.hash());
            return 0;
        } catch (IOException | DamagedSegment | Restore.WrongDatabase e) {
            LOG.error("not imported: {}", e.getMessage(), e);
            return 1;
        }
    }
}
