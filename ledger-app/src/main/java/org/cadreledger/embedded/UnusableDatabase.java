package org.cadreledger.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The embedded database cannot be opened or has stopped: what happened, which file, what to do. */
public final class UnusableDatabase extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String description;
    private final String remedy;

    UnusableDatabase(String what, Path file, String remedy, @Nullable Throwable cause) {
        this("The embedded database cannot be used: " + what + ". File: " + file, remedy, cause);
    }

    private UnusableDatabase(String description, String remedy, @Nullable Throwable cause) {
        super(description + ". " + remedy, cause);
        this.description = description;
        this.remedy = remedy;
    }

    static UnusableDatabase damaged(String what, Path file, @Nullable Throwable cause) {
        return new UnusableDatabase(
                "the file is damaged: " + what,
                file,
                "Nothing was changed. Keep the file aside and restore the latest copy; else restore a backup of the disk",
                cause);
    }

    /** Says it in two paragraphs at start-up, instead of a page of stack. */
    static final class Analyzer extends AbstractFailureAnalyzer<UnusableDatabase> {
        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, UnusableDatabase cause) {
            return new FailureAnalysis(cause.description, cause.remedy, cause);
        }
    }
}
