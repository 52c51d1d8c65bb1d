package org.cadreledger.demo;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One line for every acknowledged write, so that a crash test can look for each of them afterwards. */
final class Journal implements AutoCloseable {
    private final @Nullable Writer out;

    private Journal(@Nullable Writer out) {
        this.out = out;
    }

    /** Appends to what an interrupted run wrote. */
    static Journal to(@Nullable Path file) throws IOException {
        return new Journal(
                file == null
                        ? null
                        : Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** @param key the idempotency key, empty without one */
    synchronized void acknowledged(long position, Call call, String key) throws IOException {
        if (out != null) {
            out.write(position + "\t" + call.user() + "\t" + key + "\t" + call.method() + "\t" + call.path() + "\n");
            out.flush();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
