package org.cadreledger.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.cadreledger.access.Role;
import org.cadreledger.embedded.EmbeddedMongo;
import org.cadreledger.embedded.EmbeddedOptions;
import org.cadreledger.testbed.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final Duration LIFETIME = Duration.ofHours(12);

    private final SetClock clock = new SetClock(Instant.parse("2026-03-15T01:00:00Z"));

    @SuppressWarnings("NullAway.Init")
    private EmbeddedMongo server;

    @SuppressWarnings("NullAway.Init")
    private MongoClient client;

    @SuppressWarnings("NullAway.Init")
    private Users users;

    @BeforeEach
    void open(@TempDir Path directory) {
        server = EmbeddedMongo.open(directory, EmbeddedOptions.plain());
        client = MongoClients.create(server.clientSettings().build());
        users = new Users(database());
        users.add(new User("li", "Li", Set.of(Role.REVIEWER), null, null, null, "hash", false, 0));
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private MongoDatabase database() {
        return client.getDatabase("cadreledger");
    }

    private Tokens tokens(boolean alone) {
        return new Tokens(database(), users, clock, LIFETIME, alone);
    }

    private User li() {
        return users.find("li").orElseThrow();
    }

    @Test
    void what_another_node_disabled_is_noticed_within_two_seconds() {
        Tokens here = tokens(false);
        String token = here.issue(li()).token();
        assertThat(here.find(token)).isPresent();
        users.disable("li");
        clock.goOn(Duration.ofMillis(2_001));
        assertThat(here.find(token)).isEmpty();
    }

    @Test
    void a_node_alone_forgets_at_once_what_it_changes_itself() {
        Tokens alone = tokens(true);
        String token = alone.issue(li()).token();
        String other = alone.issue(li()).token();
        assertThat(alone.find(token)).isPresent();
        assertThat(alone.find(other)).isPresent();
        alone.revoke(token);
        assertThat(alone.find(token)).isEmpty();
        users.disable("li");
        alone.forget();
        assertThat(alone.find(other)).isEmpty();
    }

    @Test
    void a_node_alone_knows_a_token_until_it_expires() {
        Tokens alone = tokens(true);
        String token = alone.issue(li()).token();
        assertThat(alone.find(token)).isPresent();
        clock.goOn(LIFETIME.minusSeconds(1));
        assertThat(alone.find(token)).isPresent();
        clock.goOn(Duration.ofSeconds(1));
        assertThat(alone.find(token)).isEmpty();
    }
}
