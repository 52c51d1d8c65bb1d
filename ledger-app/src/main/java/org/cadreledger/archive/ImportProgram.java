package org.cadreledger.archive;

import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.cadreledger.embedded.EmbeddedMongoConfiguration;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.EventTypes;
import org.cadreledger.store.Tail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * {@code java -jar ledger-app.jar import <folder>}: brings the log of a backup into the empty database that the usual settings
 * name, and ends. Nothing else of the program runs: it would write into the database first.
 */
public final class ImportProgram {
    private static final Logger LOG = LoggerFactory.getLogger(ImportProgram.class);
    private static final String DATABASE = "cadreledger";

    private ImportProgram() {}

    /** Nothing but the database. */
    @Import(EmbeddedMongoConfiguration.class)
    @ImportAutoConfiguration(MongoAutoConfiguration.class)
    static class Database {
        @Bean
        MongoClientSettingsBuilderCustomizer noRetriedWrites() {
            return settings -> settings.retryWrites(false);
        }
    }

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
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Database.class)
                        .web(WebApplicationType.NONE)
                        .run(settings);
                CommitLog log = CommitLog.open(
                        context.getBean(MongoClient.class).getDatabase(DATABASE),
                        new EventTypes(List.of(), List.of()),
                        Clock.systemUTC(),
                        new SimpleMeterRegistry())) {
            Tail end = new Restore(log).run(Path.of(arguments[0]), position -> LOG.debug("imported to {}", position));
            LOG.info("imported and checked {} commits, head {}", end.position(), end.hash());
            return 0;
        } catch (IOException | DamagedSegment | Restore.WrongDatabase e) {
            LOG.error("not imported: {}", e.getMessage(), e);
            return 1;
        }
    }
}
