package org.cadreledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cadreledger.embedded.EmbeddedMongo;
import org.cadreledger.embedded.EmbeddedOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@EnabledIfEnvironmentVariable(
        named = FerretDb.URI,
        matches = ".+",
        disabledReason = "not run on FerretDB: LEDGER_TEST_FERRETDB_URI is not set")
class FerretDbCountyYearTest extends CountyYear {
    private final FerretDb server = new FerretDb();

    @Override
    Program open() {
        return Program.on(FerretDb.uri(), server.name());
    }

    @Override
    @AfterAll
    void stop() {
        super.stop();
        server.close();
    }

    /** The embedded program folds the moved log from its beginning: same seals, same answers, same head of the chain. */
    @Test
    void its_log_moved_to_the_embedded_database_says_the_same(@TempDir Path folder) {
        JsonNode log = proof();
        Map<String, String> seals = county().seals();
        Map<String, JsonNode> before = county().everything();
        try (EmbeddedMongo embedded = EmbeddedMongo.open(folder, EmbeddedOptions.plain())) {
            server.copyTo(embedded.clientSettings().build(), "cadreledger", List.of("commits", "users"));
        }
        Program here = program;
        try (Program moved = Program.over(folder)) {
            program = moved;
            introduce();
            assertThat(proof()).isEqualTo(log);
            assertThat(county().seals()).isNotEmpty().isEqualTo(seals);
            assertThat(county().everything()).isEqualTo(before);
        } finally {
            program = here;
        }
    }
}
