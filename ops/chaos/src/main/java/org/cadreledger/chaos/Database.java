package org.cadreledger.chaos;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.cadreledger.embedded.EmbeddedMongo;
import org.cadreledger.embedded.EmbeddedOptions;
import org.jspecify.annotations.Nullable;

/** The database of the nodes, to be looked into past them. */
sealed interface Database extends AutoCloseable {
    String NAME = "cadreledger";
    Duration PATIENCE = Duration.ofSeconds(60);

    /** Nobody may write meanwhile. */
    Inspector.Look look(boolean whole) throws Exception;

    /** Names of the nodes that own segments of the read side, one for each segment. */
    List<String> owners();

    @Override
    void close();

    /** A FerretDB; it is looked into where it is. */
    final class Served implements Database {
        private final MongoClient client;
        private final Journal journal;
        private final Inspector.Knowledge known = new Inspector.Knowledge();
        private @Nullable Inspector inspector;

        Served(String uri, Journal journal) {
            this.client = MongoClients.create(uri);
            this.journal = journal;
        }

        private MongoDatabase database() {
            return client.getDatabase(NAME);
        }

        @Override
        public Inspector.Look look(boolean whole) {
            if (inspector == null) {
                inspector = new Inspector(database(), journal, known, PATIENCE);
            }
            return inspector.look(whole);
        }

        @Override
        public List<String> owners() {
            List<String> owners = new ArrayList<>();
            for (Document token : database().getCollection("tokens").find()) {
                String owner = token.getString("owner");
                owners.add(owner == null ? "" : owner);
            }
            return owners;
        }

        @Override
        public void close() {
            if (inspector != null) {
                inspector.close();
            }
            client.close();
        }
    }

    /**
     * The embedded one lets nobody in. Its process is stopped for a moment, and a copy of its file opened: what a start would
     * find if the process were killed there.
     */
    final class Copied implements Database {
        private static final String FILE = "cadreledger.mv.db";

        private final Node node;
        private final Path original;
        private final Path copy;
        private final Journal journal;
        private final Inspector.Knowledge known = new Inspector.Knowledge();

        /** @param copy folder that is made, with the last copy in it */
        Copied(Node node, Path original, Path copy, Journal journal) throws IOException {
            this.node = node;
            this.original = original;
            this.copy = Files.createDirectories(copy);
            this.journal = journal;
        }

        void copy() throws IOException, InterruptedException {
            node.pause();
            try {
                Files.copy(original.resolve(FILE), copy.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                node.goOn();
            }
        }

        /** Once more with a new copy while documents are behind. */
        @Override
        public Inspector.Look look(boolean whole) throws Exception {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                copy();
                Inspector.Look look = in(copy, database -> {
                    try (Inspector inspector = new Inspector(database, journal, known, Duration.ZERO)) {
                        return inspector.look(true);
                    }
                });
                if (look.problems().isEmpty() || System.nanoTime() > deadline) {
                    return look;
                }
            }
        }

        /** Where the last copy is. */
        Path folder() {
            return copy;
        }

        /** A copy of the copy. */
        static Path again(Path folder) throws IOException {
            Path other = Files.createDirectories(folder.resolveSibling("spoilt"));
            Files.copy(folder.resolve(FILE), other.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
            return other;
        }

        interface Use<T> {
            T of(MongoDatabase database) throws Exception;
        }

        /** Opens the file in that folder. */
        static <T> T in(Path folder, Use<T> use) throws Exception {
            try (EmbeddedMongo server = EmbeddedMongo.open(folder, EmbeddedOptions.plain());
                    MongoClient client =
                            MongoClients.create(server.clientSettings().build())) {
                return use.of(client.getDatabase(NAME));
            }
        }

        @Override
        public List<String> owners() {
            throw new IllegalStateException("there is one node only");
        }

        @Override
        public void close() {
            // copies are closed at once
        }
    }
}
