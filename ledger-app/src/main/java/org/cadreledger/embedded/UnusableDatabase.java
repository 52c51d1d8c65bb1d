package org.cadreledger.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The embedded database cannot be opened or has stopped: what happened, which file, what to do. */
public final class UnusableDatabase extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableDatabase(String what, Path file, String remedy, @Nullable Throwable cause) {
        super("The embedded database cannot be used: " + what + ". File: " + file + ". " + remedy, cause);
    }

    static UnusableDatabase damaged(String what, Path file, @Nullable Throwable cause) {
        return new UnusableDatabase(
                "the file is damaged: " + what,
                file,
                "Nothing was changed. Keep the file aside and restore the latest copy; else restore a backup of the disk",
                cause);
    }
}
