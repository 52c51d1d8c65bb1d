package org.cadreledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.health.MongoHealthIndicator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The wiring: one client, wherever the database is. */
class EmbeddedMongoConfigurationTest {
    @TempDir
    Path directory;

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MongoAutoConfiguration.class))
            .withUserConfiguration(EmbeddedMongoConfiguration.class);

    @Test
    void without_a_server_the_client_talks_to_the_embedded_one() {
        runner.withPropertyValues("ledger.embedded.directory=" + directory.resolve("county"))
                .run(context -> {
                    MongoClient client = context.getBean(MongoClient.class);
                    client.getDatabase("cadreledger").getCollection("things").insertOne(new Document("_id", 1));
                    MongoHealthIndicator health = new MongoHealthIndicator(client);
                    assertThat(health.health())
                            .isNotNull()
                            .satisfies(h -> assertThat(h.getStatus()).isEqualTo(Status.UP));
                });
        assertThat(directory.resolve("county/cadreledger.mv.db")).isNotEmptyFile();
        try (EmbeddedMongo closed = EmbeddedMongo.open(directory.resolve("county"), EmbeddedOptions.plain())) {
            assertThat(closed.uri()).endsWith("tls=true");
        }
    }

    @Test
    void the_client_is_closed_before_the_server() {
        runner.withPropertyValues("ledger.embedded.directory=" + directory)
                .run(context -> assertThat(context.getBeanFactory().getDependentBeans("embeddedMongo"))
                        .contains("mongo"));
    }

    @Test
    void a_configured_server_leaves_the_embedded_one_out() {
        runner.withPropertyValues(
                        "spring.mongodb.uri=mongodb://127.0.0.1:1/cadreledger",
                        "ledger.embedded.directory=" + directory.resolve("unused"))
                .run(context ->
                        assertThat(context).hasSingleBean(MongoClient.class).doesNotHaveBean(EmbeddedMongo.class));
        assertThat(directory.resolve("unused")).doesNotExist();
    }

    @Test
    void a_password_file_encrypts() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), "一个口令\n");
        runner.withPropertyValues("ledger.embedded.directory=" + directory, "ledger.embedded.password-file=" + secret)
                .run(context -> assertThat(context).hasSingleBean(EmbeddedMongo.class));
        assertThat(Files.readAllBytes(directory.resolve("cadreledger.mv.db")))
                .contains("H2encrypt".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void an_empty_password_file_does_not_mean_no_encryption() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), "\n");
        runner.withPropertyValues("ledger.embedded.directory=" + directory, "ledger.embedded.password-file=" + secret)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(UnusableDatabase.class)
                        .hasMessageContaining("is empty")
                        .hasMessageContaining(secret.toString()));
        assertThat(directory.resolve("cadreledger.mv.db")).doesNotExist();
    }

    @Test
    void what_is_wrong_and_what_to_do_are_told_apart_at_start() {
        FailureAnalysis analysis = Objects.requireNonNull(new UnusableDatabase.Analyzer()
                .analyze(new IllegalStateException(
                        "a bean", UnusableDatabase.damaged("a block", Path.of("cadreledger.mv.db"), null))));
        assertThat(analysis.getDescription()).contains("the file is damaged: a block. File: cadreledger.mv.db");
        assertThat(analysis.getAction()).startsWith("Nothing was changed.").contains("restore the latest copy");
    }
}
