package org.cadreledger.archive;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.cadreledger.store.Commit;

/** Writes the segments that the archiver would, from commits in memory; only packed faster. For one thread; packing is left to others. */
public final class BulkSegments {
    private static final int BUFFER = 1 << 16;

    private final Path directory;
    private final Executor packers;
    private final JsonBytes line = new JsonBytes();
    private final List<CompletableFuture<Void>> packing = new ArrayList<>();
    private ByteArrayOutputStream text = new ByteArrayOutputStream();
    private ByteArrayOutputStream parts = new ByteArrayOutputStream();
    private String before = "0".repeat(64);
    private long from = 1;
    private long commits;
    private long events;
    private long personal;
    private long bytes;
    private final List<Commit> ends = new ArrayList<>();

    public BulkSegments(Path directory, Executor packers) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.packers = packers;
    }

    /** Returns those that end a segment: by them the program checks it against the database. */
    public List<Commit> take(List<Commit> next) {
        ends.clear();
        try {
            for (Commit commit : next) {
                take(commit);
            }
            return List.copyOf(ends);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Commit commit) throws IOException {
        if (commits == 0) {
            ExportLines.opening(line, from, before);
            line.flushTo(text);
            ExportLines.openingOfPersonal(line, from);
            line.flushTo(parts);
        }
        ExportLines.commit(line, commit);
        bytes += line.flushTo(text);
        if (!commit.personal().isEmpty()) {
            ExportLines.personal(line, commit);
            line.flushTo(parts);
        }
        commits++;
        events += commit.events().size();
        personal += commit.personal().size();
        if (commits == ArchiveLimits.DEFAULT.commits() || bytes >= ArchiveLimits.DEFAULT.bytes()) {
            close(commit);
        }
    }

    private void close(Commit last) throws IOException {
        ExportLines.closing(line, last.position(), commits, events, last.hash());
        line.flushTo(text);
        ExportLines.closingOfPersonal(line, last.position(), personal);
        line.flushTo(parts);
        ends.add(last);
        Segment segment = new Segment(Segment.Kind.COMMITS, from, last.position());
        byte[] ofCommits = text.toByteArray();
        byte[] ofParts = parts.toByteArray();
        packing.removeIf(CompletableFuture::isDone);
        if (packing.size() > 3) {
            packing.removeFirst().join();
        }
        packing.add(CompletableFuture.runAsync(
                () -> {
                    pack(segment.personal(directory), ofParts);
                    pack(segment.commits(directory), ofCommits);
                },
                packers));
        text = new ByteArrayOutputStream(ofCommits.length + BUFFER);
        parts = new ByteArrayOutputStream(ofParts.length + BUFFER);
        before = last.hash();
        from = last.position() + 1;
        commits = 0;
        events = 0;
        personal = 0;
        bytes = 0;
    }

    /** Packs less well than the archiver, in a third of its time. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static void pack(Path file, byte[] text) {
        try (var out = new BufferedOutputStream(new Fast(Files.newOutputStream(file)), BUFFER)) {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether what was taken last is in no segment yet; the archiver leaves that to the database too. */
    public boolean isOpen() {
        return commits > 0;
    }

    public void finish() {
        packing.forEach(CompletableFuture::join);
    }
}
