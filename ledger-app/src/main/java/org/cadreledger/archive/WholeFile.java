package org.cadreledger.archive;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** Files of a backup: what is there under its name is whole and on the disk. For one writer of a folder at a time. */
public final class WholeFile {
    static final String UNFINISHED = ".part";

    private WholeFile() {}

    /** Makes a folder that only the user of this program may enter, unless it is there. */
    public static Path folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, ownerAlone(folder, "rwx------"));
            sync(parent(folder));
        }
        return folder;
    }

    /** Writes a file that only the user of this program may read, in the place of an older one. */
    public static void write(Path file, byte[] content) throws IOException {
        try (OutputStream out = unfinished(file)) {
            out.write(content);
        }
        publish(unfinishedName(file), file);
    }

    /**
     * The same with lines of text, and one more that says how many they are.
     *
     * @return how many they are
     */
    public static long write(Path file, Stream<String> lines) throws IOException {
        long count = 0;
        try (OutputStream out = unfinished(file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                count++;
            }
            out.write(closing(count).getBytes(StandardCharsets.UTF_8));
        }
        publish(unfinishedName(file), file);
        return count;
    }

    private static String closing(long lines) {
        return "{\"lines\":" + lines + "}";
    }

    /** Takes one line. */
    public interface Lines {
        void take(String line) throws IOException;
    }

    /**
     * Reads the lines that {@link #write(Path, Stream)} has written.
     *
     * @return false when there is no such file
     * @throws DamagedSegment when it is not as long as it says; then nothing was taken
     */
    public static boolean read(Path file, Lines lines) throws IOException, DamagedSegment {
        if (!Files.exists(file)) {
            return false;
        }
        long count = -1;
        String last = "";
        try (BufferedReader all = Files.newBufferedReader(file)) {
            for (String line = all.readLine(); line != null; line = all.readLine()) {
                last = line;
                count++;
            }
        }
        if (!last.equals(closing(count))) {
            throw new DamagedSegment(file + ": not as long as it says", null);
        }
        try (BufferedReader all = Files.newBufferedReader(file)) {
            String line = all.readLine();
            for (long i = 0; i < count && line != null; i++) {
                lines.take(line);
                line = all.readLine();
            }
        }
        return true;
    }

    private static Path unfinishedName(Path file) {
        return file.resolveSibling(file.getFileName() + UNFINISHED);
    }

    private static OutputStream unfinished(Path file) throws IOException {
        Path unfinished = unfinishedName(file);
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ownerAlone(unfinished, "rw-------"));
        return new BufferedOutputStream(Files.newOutputStream(unfinished, LinkOption.NOFOLLOW_LINKS));
    }

    private static FileAttribute<?>[] ownerAlone(Path path, String permissions) throws IOException {
        return Files.getFileStore(parent(path)).supportsFileAttributeView(PosixFileAttributeView.class)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** Gives what was written its name, when all of it is on the disk. */
    static void publish(Path from, Path to) throws IOException {
        try (FileChannel file = FileChannel.open(from, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        sync(parent(to));
    }

    /** Brings the names in a folder to the disk. */
    static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }
}
