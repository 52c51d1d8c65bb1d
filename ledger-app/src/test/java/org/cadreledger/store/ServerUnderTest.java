package org.cadreledger.store;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.cadreledger.embedded.EmbeddedMongo;
import org.cadreledger.embedded.EmbeddedOptions;
import org.cadreledger.testbed.MemoryMongo;
import org.springframework.util.FileSystemUtils;

/** A server on which the conformance suite runs. One implementation for each. */
interface ServerUnderTest {

    /** Where processes of their own write: an URI, or {@value #FOLDER} and the path of a file that they open themselves. */
    String where();

    String FOLDER = "folder:";

    /** A database as a process of its own has it. Closing leaves its contents. */
    record Reached(MongoDatabase database, Runnable end) implements AutoCloseable {
        static Reached at(String where, String name) {
            if (!where.startsWith(FOLDER)) {
                MongoClient client = client(where);
                return new Reached(client.getDatabase(name), client::close);
            }
            EmbeddedMongo server =
                    EmbeddedMongo.open(Path.of(where.substring(FOLDER.length())), EmbeddedOptions.plain());
            MongoClient client = MongoClients.create(server.clientSettings().build());
            return new Reached(client.getDatabase(name), () -> {
                client.close();
                server.close();
            });
        }

        @Override
        public void close() {
            end.run();
        }
    }

    private static Path temporary() {
        try {
            Path directory = Files.createTempDirectory("cadreledger-store-test");
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(directory.toFile())));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty database. */
    MongoDatabase database();

    AtomicInteger NUMBER = new AtomicInteger();

    static MongoDatabase fresh(MongoClient client) {
        return client.getDatabase("store_test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet());
    }

    static MongoClient client(String uri) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new com.mongodb.ConnectionString(uri))
                .retryWrites(false)
                .build());
    }

    /** The protocol server that the embedded default is built on, as it comes, in memory. */
    interface MongoJavaServer extends ServerUnderTest {
        @Override
        default String where() {
            return Running.SERVER.uri();
        }

        @Override
        default MongoDatabase database() {
            return fresh(Running.SERVER.client());
        }

        final class Running {
            static final MemoryMongo SERVER = new MemoryMongo();

            private Running() {}
        }
    }

    /** The embedded default: the wrapper with its barrier and its range index, on a file. */
    interface Embedded extends ServerUnderTest {
        /** No other process is let in, so one that is to be killed has a file of its own. */
        @Override
        default String where() {
            return FOLDER + temporary();
        }

        @Override
        default MongoDatabase database() {
            return fresh(OnFile.CLIENT);
        }

        final class OnFile {
            static final MongoClient CLIENT = start();

            private OnFile() {}

            private static MongoClient start() {
                EmbeddedMongo server = EmbeddedMongo.open(temporary(), EmbeddedOptions.plain());
                Runtime.getRuntime().addShutdownHook(new Thread(server::close));
                return MongoClients.create(server.clientSettings().build());
            }
        }
    }

    /** One that somebody has, at the address in an environment variable. */
    interface Provided extends ServerUnderTest {
        Map<String, MongoClient> CLIENTS = new ConcurrentHashMap<>();

        /** Name of the environment variable. */
        String variable();

        @Override
        default String where() {
            return Objects.requireNonNull(System.getenv(variable()));
        }

        @Override
        default MongoDatabase database() {
            return fresh(CLIENTS.computeIfAbsent(where(), ServerUnderTest::client));
        }
    }

    /** FerretDB 2 at {@value #URI}. */
    interface FerretDb extends Provided {
        String URI = "LEDGER_TEST_FERRETDB_URI";

        @Override
        default String variable() {
            return URI;
        }
    }

    /** MongoDB at {@value #URI}. */
    interface MongoDb extends Provided {
        String URI = "LEDGER_TEST_MONGODB_URI";

        @Override
        default String variable() {
            return URI;
        }
    }
}
