package org.cadreledger.bench.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cadreledger.embedded.EmbeddedMongo;
import org.cadreledger.embedded.EmbeddedOptions;
import org.jspecify.annotations.Nullable;

/** The server that all sides but the JDBC one are measured on: on a file of its own, or one that runs already. */
record Server(MongoClient client, Path directory, @Nullable EmbeddedMongo embedded) implements AutoCloseable {
    private static final int CONNECTIONS = 64;

    static Server of(Settings settings) throws IOException {
        Path directory = Files.createTempDirectory(Path.of("target"), "bench-store");
        String mongodb = settings.mongodb();
        if (mongodb != null) {
            return new Server(
                    client(MongoClientSettings.builder().applyConnectionString(new ConnectionString(mongodb))),
                    directory,
                    null);
        }
        EmbeddedMongo embedded = EmbeddedMongo.open(directory, EmbeddedOptions.plain());
        return new Server(client(embedded.clientSettings()), directory, embedded);
    }

    private static MongoClient client(MongoClientSettings.Builder settings) {
        return MongoClients.create(settings.retryWrites(false)
                .applyToConnectionPoolSettings(pool -> pool.maxSize(CONNECTIONS))
                .build());
    }

    @Override
    public void close() {
        client.close();
        if (embedded != null) {
            embedded.close();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            System.err.println("left behind: " + directory);
        }
    }
}
