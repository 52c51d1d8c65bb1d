package org.cadreledger.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** Opens the file, or says why not. */
final class StoreFile {
    private static final int FORMAT = 1;
    private static final byte[] ENCRYPTED_MARK = "H2encrypt\n".getBytes(StandardCharsets.US_ASCII);
    /** Small pages: a commit writes every changed page whole. */
    private static final int PAGE_BYTES = 4 * 1024;

    private StoreFile() {}

    static MVStore open(Path file, EmbeddedOptions options) {
        char[] password = options.password();
        checkEncryption(file, password != null);
        MVStore.Builder builder = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(options.cacheMegabytes())
                .pageSplitSize(PAGE_BYTES)
                .autoCommitDisabled()
                .autoCommitBufferSize(0); // else a full buffer commits half-way through a command
        if (password != null) {
            builder.encryptionKey(password);
        }
        MVStore store;
        try {
            store = builder.open();
        } catch (MVStoreException e) {
            throw refusal(file, password != null, e);
        }
        try {
            checkVersions(store, file);
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw e;
        }
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        return store;
    }

    private static void checkEncryption(Path file, boolean password) {
        byte[] start;
        try {
            if (!Files.exists(file) || Files.size(file) == 0) {
                return;
            }
            try (InputStream in = Files.newInputStream(file)) {
                start = in.readNBytes(ENCRYPTED_MARK.length);
            }
        } catch (IOException e) {
            throw new UnusableDatabase("it cannot be read", file, "Check the file's owner and permissions", e);
        }
        boolean encrypted = Arrays.equals(start, ENCRYPTED_MARK);
        if (encrypted && !password) {
            throw new UnusableDatabase(
                    "it is encrypted and no password was given", file, "Set LEDGER_EMBEDDED_PASSWORD", null);
        }
        if (password && !encrypted) {
            throw new UnusableDatabase(
                    "a password was given but the file is not encrypted",
                    file,
                    "Unset LEDGER_EMBEDDED_PASSWORD, or start with another directory",
                    null);
        }
    }

    private static UnusableDatabase refusal(Path file, boolean encrypted, MVStoreException problem) {
        return switch (problem.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED ->
                new UnusableDatabase(
                        "another process, or another part of this one, has it open",
                        file,
                        "Stop the other one, or set LEDGER_EMBEDDED_DIRECTORY to another directory",
                        problem);
            case DataUtils.ERROR_UNSUPPORTED_FORMAT ->
                new UnusableDatabase("a newer version wrote it", file, "Use that version", problem);
            case DataUtils.ERROR_WRITING_FAILED ->
                new UnusableDatabase("it cannot be written", file, "Check space and permissions", problem);
            default ->
                new UnusableDatabase(
                        encrypted ? "the password is wrong or the file is damaged" : "the file is damaged",
                        file,
                        "Nothing was changed" + (encrypted ? ". Check the password" : "") + "; else restore a backup",
                        problem);
        };
    }

    /**
     * H2 falls back to an older commit when the newest cannot be read. After a crash that is right, since an unfinished
     * commit was never acknowledged; but the header, written before each sync, never runs ahead of the file by more than
     * that one commit, nor at all after a clean stop. More is missing: the file was cut off or overwritten.
     */
    private static void checkVersions(MVStore store, Path file) {
        Map<String, Object> header = store.getStoreHeader();
        long promised = DataUtils.readHexLong(header, "version", 0);
        boolean clean = DataUtils.readHexLong(header, "clean", 0) != 0;
        long found = store.getCurrentVersion();
        if (found < promised - (clean ? 0 : 1)) {
            throw new UnusableDatabase(
                    "the file is damaged: it ends at commit " + found + " and should hold " + promised,
                    file,
                    "Nothing was changed; restore a backup",
                    null);
        }
        if (store.getStoreVersion() > FORMAT) {
            throw new UnusableDatabase("a newer version wrote it", file, "Use that version", null);
        }
        if (store.getStoreVersion() == 0) {
            store.setStoreVersion(FORMAT);
        }
    }
}
