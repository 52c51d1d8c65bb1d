package org.cadreledger.embedded;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.connection.SslSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded database: a server on a free loopback port over one file, for this process alone. A write is answered once it
 * is committed and synced; reads see durable commits only.
 */
public final class EmbeddedMongo implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedMongo.class);
    private static final String DATABASE = "cadreledger";
    private static final String FILE = "cadreledger.mv.db";

    private final Path path;
    private final StoreFile file;
    private final Storage storage;
    private final StoredBackend backend;
    private final SSLContext key;
    private final Listener listener;
    private final Compaction compaction;
    private boolean closed;

    private EmbeddedMongo(Path path, StoreFile file) {
        this.path = path;
        this.file = file;
        this.storage = new Storage(file, () -> log.error("Writing {} failed; no more is accepted", path));
        this.backend = new StoredBackend(storage, Clock.systemUTC());
        InetAddress loopback = InetAddress.getLoopbackAddress();
        this.key = ProcessKey.make(loopback);
        this.listener = new Listener(backend, loopback, key);
        this.compaction = new Compaction(file.store, storage.barrier);
    }

    /**
     * Opens or creates the database in a directory, which is created when missing.
     *
     * @throws UnusableDatabase when the file is open elsewhere, damaged, encrypted with another password, or cannot be written;
     *     it is left as it was
     */
    public static EmbeddedMongo open(Path directory, EmbeddedOptions options) {
        Path path = directory.toAbsolutePath().normalize().resolve(FILE);
        try {
            path = Files.createDirectories(directory).toRealPath().resolve(FILE);
        } catch (IOException e) {
            throw new UnusableDatabase("its directory cannot be created", path, "Check LEDGER_EMBEDDED_DIRECTORY", e);
        }
        StoreFile file = StoreFile.open(path, options);
        try {
            EmbeddedMongo opened = new EmbeddedMongo(path, file);
            log.info("Embedded database {} ({} kB) at {}", path, opened.fileBytes() / 1024, opened.uri());
            return opened;
        } catch (RuntimeException e) {
            file.abandon();
            throw UnusableDatabase.damaged("its contents cannot be read", path, e);
        }
    }

    /** The connection string, with the database's name. It lets nobody in without {@link #admit the key}. */
    public String uri() {
        InetSocketAddress address = listener.address();
        return "mongodb://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/" + DATABASE
                + "?directConnection=true&retryWrites=false&retryReads=false&tls=true";
    }

    /** Gives a client of this process the key that the server asks for. */
    public void admit(SslSettings.Builder client) {
        client.context(key);
    }

    /** What a client of this process needs: where to connect to, and the key. */
    public MongoClientSettings.Builder clientSettings() {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri()))
                .applyToSslSettings(this::admit);
    }

    /** The file that holds everything. */
    public Path file() {
        return path;
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

    Listener listener() {
        return listener;
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
        listener.close();
        storage.close();
        file.close();
    }
}
