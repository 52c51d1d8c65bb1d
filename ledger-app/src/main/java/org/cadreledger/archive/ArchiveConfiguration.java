package org.cadreledger.archive;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import org.cadreledger.embedded.EmbeddedMongoConfiguration;
import org.cadreledger.store.CommitLog;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Keeps an archive in `ledger.archive.directory`; without it, below the embedded database's folder, and on other servers
 * none. `ledger.archive.commits`: commits of a segment, for tests.
 */
@Configuration(proxyBeanMethods = false)
class ArchiveConfiguration {
    @Bean
    Export export(CommitLog log) {
        return new Export(log);
    }

    @Bean
    @Conditional(Wanted.class)
    Archive archive(
            CommitLog log,
            MeterRegistry meters,
            Environment environment,
            @Value("${ledger.archive.directory:}") String directory,
            @Value("${ledger.archive.commits:0}") int commits) {
        Path folder = directory.isBlank()
                ? Path.of(environment.getProperty("ledger.embedded.directory", "./data"), "archive")
                : Path.of(directory);
        ArchiveLimits limits =
                commits > 0 ? new ArchiveLimits(commits, ArchiveLimits.DEFAULT.bytes()) : ArchiveLimits.DEFAULT;
        Archive archive = new Archive(log, folder, limits, meters);
        log.readSealed(archive);
        return archive;
    }

    @Bean
    @Conditional(Wanted.class)
    Archiver archiver(Archive archive) {
        return new Archiver(archive);
    }

    static final class Wanted implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isWanted(context.getEnvironment());
        }

        static boolean isWanted(Environment environment) {
            return !environment.getProperty("ledger.archive.directory", "").isEmpty()
                    || EmbeddedMongoConfiguration.isEmbedded(environment);
        }
    }
}
