package org.cadreledger.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded database: a server on a free loopback port of this process over one file. A write is answered once it is
 * committed and synced; reads see durable commits only.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedMongo.class);
    private static final String DATABASE = "cadreledger";
    private static final String FILE = "cadreledger.mv.db";
    private static final int BACKLOG_THREADS = 1;
    /** A command occupies a thread while it waits for the disk; connections beyond share threads. */
    private static final int WORKERS = 80;

    private final Path file;
    private final MVStore store;
    private final Storage storage;
    private final StoredBackend backend;
    private final MongoServer server;
    private final Compaction compaction;
    private boolean closed;

    private EmbeddedMongo(Path file, MVStore store) {
        this.file = file;
        this.store = store;
        this.storage = new Storage(store, () -> log.error("Writing {} failed; no more is accepted", file));
        this.backend = new StoredBackend(storage, Clock.systemUTC());
        this.server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG_THREADS, WORKERS);
        this.compaction = new Compaction(store, storage.barrier);
    }

    /**
     * Opens or creates the database in a directory, which is created when missing.
     *
     * @throws UnusableDatabase when the file is open elsewhere, damaged, or encrypted with another password
     */
    public static EmbeddedMongo open(Path directory, EmbeddedOptions options) {
        Path file = directory.toAbsolutePath().normalize().resolve(FILE);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UnusableDatabase("its directory cannot be created", file, "Check LEDGER_EMBEDDED_DIRECTORY", e);
        }
        MVStore store = StoreFile.open(file, options);
        try {
            EmbeddedMongo opened = new EmbeddedMongo(file, store);
            log.info("Embedded database {} ({} kB) at {}", file, opened.fileBytes() / 1024, opened.uri());
            return opened;
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw new UnusableDatabase("its contents cannot be read", file, "Restore a backup", e);
        }
    }

    /** The connection string, with the database's name. */
    public String uri() {
        InetSocketAddress address = server.getLocalAddress();
        return "mongodb://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/" + DATABASE
                + "?directConnection=true&retryWrites=false&retryReads=false";
    }

    /** The file that holds everything. */
    public Path file() {
        return file;
    }

    /** The file's present size in bytes. */
    public long fileBytes() {
        return storage.fileBytes();
    }

    Storage storage() {
        return storage;
    }

    StoredBackend backend() {
        return backend;
    }

    Compaction compaction() {
        return compaction;
    }

    /** Stops taking commands, finishes those under way, and closes the file. Clients should be closed before. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        compaction.close();
        server.shutdownNow();
        storage.close();
        store.close();
    }
}
