package org.cadreledger.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.cadreledger.archive.Export.Written;

/** The folder with the segments: what appears in it under its name is whole and on the disk. For one writer at a time. */
final class SegmentFolder {
    private static final String DAMAGED = ".damaged";
    private static final String ERASING = "erasing-";
    private static final int BUFFER = 1 << 16;

    private final Path directory;
    private final Export export;

    SegmentFolder(Path directory, Export export) {
        this.directory = directory;
        this.export = export;
    }

    Path directory() {
        return directory;
    }

    /** Makes the folder and removes what a program that ended in the middle has left. */
    void prepare() throws IOException {
        Files.createDirectories(directory);
        for (Path file : files()) {
            if (name(file).endsWith(WholeFile.UNFINISHED)) {
                Files.delete(file);
            }
        }
    }

    List<Segment> segments() throws IOException {
        return files().stream().map(Segment::of).flatMap(Optional::stream).toList();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Writes a range from the database; a tail may be of any length. */
    Segment write(Segment.Kind kind, long from, long to, long enough) throws IOException {
        Path commits = unfinished("commits", from);
        Path personal = unfinished("personal", from);
        Written written;
        try (OutputStream out = packed(commits);
                OutputStream parts = packed(personal)) {
            written = export.commitsAndPersonal(from, to, enough, out, parts, SegmentFolder::ignored);
        }
        Segment segment = new Segment(kind, from, written.to());
        // the commits last: a segment is there when they are
        WholeFile.publish(personal, segment.personal(directory));
        WholeFile.publish(commits, segment.commits(directory));
        return segment;
    }

    /** Writes the personal parts anew as the database has them now. */
    void rewritePersonal(Segment segment) throws IOException {
        Path personal = unfinished("personal", segment.from());
        try (OutputStream parts = packed(personal)) {
            export.commitsAndPersonal(
                    segment.from(),
                    segment.to(),
                    Long.MAX_VALUE,
                    OutputStream.nullOutputStream(),
                    parts,
                    SegmentFolder::ignored);
        }
        WholeFile.publish(personal, segment.personal(directory));
    }

    private static void ignored(long position) {}

    private Path unfinished(String what, long from) {
        return directory.resolve(
                what + "-" + from + "-" + ProcessHandle.current().pid() + WholeFile.UNFINISHED);
    }

    private static OutputStream packed(Path file) throws IOException {
        return new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), BUFFER), BUFFER);
    }

    void delete(Segment segment) throws IOException {
        Files.deleteIfExists(segment.commits(directory));
        Files.deleteIfExists(segment.personal(directory));
    }

    /** Takes it out of use; the commits are kept under another name, for who looks into what happened. */
    void setAside(Segment segment) throws IOException {
        Path commits = segment.commits(directory);
        if (Files.exists(commits)) {
            Files.move(commits, commits.resolveSibling(name(commits) + DAMAGED), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.deleteIfExists(segment.personal(directory));
        WholeFile.sync(directory);
    }

    /** Notes that personal parts of a commit are about to be erased, so that it is finished whatever happens. */
    void noteErasing(long position) throws IOException {
        Path note = directory.resolve(ERASING + position);
        if (!Files.exists(note)) {
            Files.createFile(note);
        }
        WholeFile.sync(directory);
    }

    void erased(long position) throws IOException {
        Files.deleteIfExists(directory.resolve(ERASING + position));
        WholeFile.sync(directory);
    }

    /** Positions of erasures that were begun and not finished. */
    List<Long> erasing() throws IOException {
        return files().stream()
                .map(SegmentFolder::name)
                .filter(name -> name.startsWith(ERASING))
                .map(name -> Long.valueOf(name.substring(ERASING.length())))
                .toList();
    }
}
