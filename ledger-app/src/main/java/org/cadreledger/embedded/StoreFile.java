package org.cadreledger.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the file, or says why not, in which case it is left as it was. */
final class StoreFile implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StoreFile.class);
    private static final ByteBuffer ENCRYPTED_MARK =
            ByteBuffer.wrap("H2encrypt\n".getBytes(StandardCharsets.US_ASCII)).asReadOnlyBuffer();
    /** Small pages: a commit writes every changed page whole. */
    private static final int PAGE_BYTES = 4 * 1024;
    /**
     * Files open in this process. To close a file that was opened a second time gives up the lock on it, so it must not even be
     * opened to look.
     */
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    final MVStore store;
    private final CheckedStore chunks;
    private final CheckedFile file;
    private final Path path;

    private StoreFile(Path path, CheckedFile file, CheckedStore chunks, MVStore store) {
        this.path = path;
        this.file = file;
        this.chunks = chunks;
        this.store = store;
    }

    static StoreFile open(Path path, EmbeddedOptions options) {
        if (!OPEN_HERE.add(path)) {
            throw inUse(path);
        }
        StoreFile opened = null;
        try (Opening opening = new Opening(path)) {
            opened = opening.open(options);
            return opened;
        } catch (IOException e) {
            throw unreadable(path, e);
        } finally {
            if (opened == null) {
                OPEN_HERE.remove(path);
            }
        }
    }

    private static UnusableDatabase unreadable(Path path, IOException e) {
        return new UnusableDatabase(
                "it cannot be read or written (" + reason(e) + ")",
                path,
                "Check the space on the disk and the owner and permissions of the file and its directory",
                e);
    }

    private static String reason(IOException e) {
        String said = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return said == null ? e.getClass().getSimpleName() : said; // such as AccessDeniedException
    }

    private static UnusableDatabase inUse(Path path) {
        return new UnusableDatabase(
                "another process, or another part of this one, has it open",
                path,
                "Stop the other one, or set LEDGER_EMBEDDED_DIRECTORY to another directory",
                null);
    }

    /** What is open of the file so far; given up unless all goes well. */
    private static final class Opening implements AutoCloseable {
        private final Path path;
        private final FileChannel base;
        private boolean done;

        Opening(Path path) throws IOException {
            this.path = path;
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                createForOwnerAlone(path);
            }
            base = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        }

        private static void createForOwnerAlone(Path path) throws IOException {
            if (Files.getFileStore(path.getParent()).supportsFileAttributeView(PosixFileAttributeView.class)) {
                Files.createFile(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(path);
            }
        }

        StoreFile open(EmbeddedOptions options) throws IOException {
            FileLock lock = lock();
            long durable = FileHead.read(base, path);
            CheckedFile file = new CheckedFile(path, base, lock);
            char[] password = options.password();
            checkEncryption(file, password != null);
            Map<String, Object> settings = Map.of("cacheSize", options.cacheMegabytes(), "pageSplitSize", PAGE_BYTES);
            CheckedStore chunks = new CheckedStore(file, password, settings);
            if (chunks.size() == 0 && durable > 0) { // H2 would begin anew
                throw UnusableDatabase.damaged("nothing follows its head", path, null);
            }
            MVStore store = start(file, chunks, password != null);
            IOException torn = file.damage();
            file.failOnDamage();
            checkContents(chunks, store.getCurrentVersion(), durable);
            store.setRetentionTime(0);
            store.setVersionsToKeep(0);
            if (torn != null) {
                log.warn(
                        "Passed over a write that a crash left unfinished ({}); nothing acknowledged is missing",
                        torn.getMessage());
            }
            done = true;
            return new StoreFile(path, file, chunks, store);
        }

        private FileLock lock() throws IOException {
            FileLock lock = null;
            try {
                lock = base.tryLock();
            } catch (OverlappingFileLockException e) {
                // by another name of the file
            }
            if (lock == null) {
                throw inUse(path);
            }
            return lock;
        }

        private void checkEncryption(CheckedFile file, boolean password) throws IOException {
            if (file.size() == 0) {
                return;
            }
            ByteBuffer start = ByteBuffer.allocate(ENCRYPTED_MARK.capacity());
            file.read(start, 0);
            boolean encrypted = start.flip().equals(ENCRYPTED_MARK);
            if (encrypted && !password) {
                throw new UnusableDatabase(
                        "it is encrypted and no password was given",
                        path,
                        "Set LEDGER_EMBEDDED_PASSWORD or LEDGER_EMBEDDED_PASSWORD_FILE",
                        null);
            }
            if (password && !encrypted && file.damage() == null) {
                throw new UnusableDatabase(
                        "a password was given but the file is not encrypted",
                        path,
                        "Unset LEDGER_EMBEDDED_PASSWORD and LEDGER_EMBEDDED_PASSWORD_FILE, or start with another directory",
                        null);
            }
        }

        private MVStore start(CheckedFile file, CheckedStore chunks, boolean encrypted) {
            try {
                return new MVStore.Builder()
                        .adoptFileStore(chunks)
                        .autoCommitDisabled()
                        .autoCommitBufferSize(0) // else a full buffer commits half-way through a command
                        .open();
            } catch (MVStoreException e) {
                IOException damage = file.damage();
                if (encrypted && damage == null) {
                    // every checksum holds, yet it makes no sense
                    throw new UnusableDatabase(
                            "the password is wrong",
                            path,
                            "Nothing was changed. Check LEDGER_EMBEDDED_PASSWORD or LEDGER_EMBEDDED_PASSWORD_FILE",
                            e);
                }
                String what =
                        damage == null ? "the file is cut off or overwritten" : String.valueOf(damage.getMessage());
                throw UnusableDatabase.damaged(what, path, e);
            }
        }

        private void checkContents(CheckedStore chunks, long found, long durable) {
            if (found < durable) {
                throw UnusableDatabase.damaged(
                        "the newest commit that can be read is " + found + ", but " + durable + " was on disk",
                        path,
                        null);
            }
            try {
                chunks.checkContents();
            } catch (IOException e) {
                throw UnusableDatabase.damaged(String.valueOf(e.getMessage()), path, e);
            }
        }

        @Override
        public void close() throws IOException {
            if (!done) {
                base.close();
            }
        }
    }

    /** Tells when a block turns out to be damaged from here on. */
    void onDamage(Consumer<IOException> told) {
        file.failOnDamage(problem -> {
            log.error(
                    "The embedded database's file is damaged: {}. Stop the program and restore the latest copy",
                    problem.getMessage());
            told.accept(problem);
        });
    }

    /** @see CheckedFile#noteDurable */
    void noteDurable(long version) {
        try {
            file.noteDurable(version);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    long bytesOnDisk() {
        return chunks.bytesOnDisk();
    }

    @Override
    public void close() {
        close(store::close);
    }

    /** Leaves the file as it is. */
    void abandon() {
        close(store::closeImmediately);
    }

    private void close(Runnable how) {
        try {
            how.run();
        } finally {
            OPEN_HERE.remove(path);
        }
    }
}
