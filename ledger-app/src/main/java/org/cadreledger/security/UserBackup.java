package org.cadreledger.security;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.cadreledger.archive.DamagedSegment;
import org.cadreledger.archive.WholeFile;
import org.springframework.stereotype.Component;

/**
 * The accounts in a backup's folder, with their roles and hashes of passwords, as lines of JSON in {@code users.jsonl};
 * readable by the user of this program alone. Not their tokens and sessions.
 */
@Component
public final class UserBackup {
    private static final String FILE = "users.jsonl";

    private final Users users;

    public UserBackup(MongoDatabase database) {
        users = new Users(database);
    }

    /** @return how many they are */
    public long write(Path directory) throws IOException {
        return WholeFile.write(directory.resolve(FILE), users.all().stream().map(Document::toJson));
    }

    /**
     * Adds those whose names are not taken.
     *
     * @return how many were added; empty when the folder has no users, not even none
     * @throws DamagedSegment when the file is damaged; then nothing was done
     */
    public Optional<Long> restore(Path directory) throws IOException, DamagedSegment {
        AtomicLong added = new AtomicLong();
        boolean listed = WholeFile.read(directory.resolve(FILE), line -> {
            if (users.add(Users.read(Document.parse(line)))) {
                added.incrementAndGet();
            }
        });
        return listed ? Optional.of(added.get()) : Optional.empty();
    }
}
