package org.cadreledger.embedded;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AbstractDependsOnBeanFactoryPostProcessor;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Starts the embedded database unless `spring.mongodb.uri` names a server, and points the one MongoClient at it.
 *
 * <p>`ledger.embedded.directory` (`LEDGER_EMBEDDED_DIRECTORY`), default `./data`; `ledger.embedded.password`
 * (`LEDGER_EMBEDDED_PASSWORD`) or the first line of the file that `ledger.embedded.password-file` names encrypts it.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedMongoConfiguration.NoServerConfigured.class)
public class EmbeddedMongoConfiguration {
    @Bean(destroyMethod = "close")
    EmbeddedMongo embeddedMongo(Environment environment) {
        Path directory = Path.of(environment.getProperty("ledger.embedded.directory", "./data"));
        char[] password = password(environment);
        return EmbeddedMongo.open(
                directory, password == null ? EmbeddedOptions.plain() : EmbeddedOptions.encrypted(password));
    }

    @Bean
    MongoConnectionDetails embeddedMongoConnectionDetails(EmbeddedMongo embedded) {
        ConnectionString connection = new ConnectionString(embedded.uri());
        return () -> connection;
    }

    @Bean
    MongoClientSettingsBuilderCustomizer embeddedMongoKey(EmbeddedMongo embedded) {
        return client -> client.applyToSslSettings(embedded::admit);
    }

    /** Spring closes dependants first: the client before the server. */
    @Bean
    static AbstractDependsOnBeanFactoryPostProcessor mongoClientClosesBeforeServer() {
        return new ClientDependsOnServer();
    }

    /** Whether this program has a database of its own that nobody else can use: no server is named. */
    public static boolean isEmbedded(Environment environment) {
        String server = environment.getProperty("spring.mongodb.uri");
        return server == null || server.isBlank();
    }

    private static char @Nullable [] password(Environment environment) {
        String password = environment.getProperty("ledger.embedded.password");
        if (password != null && !password.isEmpty()) {
            return password.toCharArray();
        }
        String file = environment.getProperty("ledger.embedded.password-file");
        return file == null || file.isBlank() ? null : firstLine(Path.of(file)).toCharArray();
    }

    private static String firstLine(Path file) {
        try {
            String line = Files.readString(file).lines().findFirst().orElse("");
            if (line.isEmpty()) { // not: no encryption
                throw new UnusableDatabase("its password file is empty", file, "Write the password into it", null);
            }
            return line;
        } catch (IOException e) {
            throw new UnusableDatabase("its password cannot be read", file, "Check LEDGER_EMBEDDED_PASSWORD_FILE", e);
        }
    }

    private static final class ClientDependsOnServer extends AbstractDependsOnBeanFactoryPostProcessor {
        ClientDependsOnServer() {
            super(MongoClient.class, "embeddedMongo");
        }
    }

    static final class NoServerConfigured implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return isEmbedded(context.getEnvironment());
        }
    }
}
