package org.cadreledger.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.cadreledger.access.Role;
import org.cadreledger.testbed.MemoryMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserBackupTest {
    private static final User ANN =
            new User("ann", "An \"Ann\"\n安", Set.of(Role.CADRE, Role.LEADER), "c1", "j1", "u1", "hash", false, 7);
    private static final User BOB =
            new User("bob", "Bob", Set.of(Role.AUDITOR), null, null, null, "other", true, 1L << 40);

    private final MemoryMongo server = new MemoryMongo();
    private final Users from = new Users(server.client().getDatabase("from"));
    private final Users to = new Users(server.client().getDatabase("to"));
    private final UserBackup backup = new UserBackup(server.client().getDatabase("from"));
    private final UserBackup restored = new UserBackup(server.client().getDatabase("to"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void accounts_come_back_with_roles_and_passwords_and_the_file_is_the_operators_alone() throws Exception {
        from.add(ANN);
        from.add(BOB);
        assertThat(backup.write(folder)).isEqualTo(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("users.jsonl"))))
                .isEqualTo("rw-------");
        assertThat(restored.restore(folder)).contains(2L);
        assertThat(to.find("ann")).contains(ANN);
        assertThat(to.find("bob")).contains(BOB);
        from.disable("ann");
        assertThat(backup.write(folder)).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("users.jsonl"))).containsOnlyOnce("\"ann\"");
    }

    @Test
    void an_account_that_is_there_already_stays_as_it_is() throws Exception {
        assertThat(restored.restore(folder)).isEmpty();
        from.add(ANN);
        from.add(BOB);
        backup.write(folder);
        to.add(ANN.withHash("newer"));
        assertThat(restored.restore(folder)).contains(1L);
        assertThat(to.find("ann")).contains(ANN.withHash("newer"));
        assertThat(to.find("bob")).contains(BOB);
    }
}
