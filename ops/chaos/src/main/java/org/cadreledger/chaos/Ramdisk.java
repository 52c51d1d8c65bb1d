package org.cadreledger.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder on a small disk of its own, in memory; as root only. */
final class Ramdisk implements AutoCloseable {
    private final Path folder;

    Ramdisk(Path folder, String size) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        Processes.run("mount", "-t", "tmpfs", "-o", "size=" + size, "chaos", folder.toString());
    }

    static boolean isPossible() throws IOException, InterruptedException {
        return Processes.run("id", "-u").equals("0");
    }

    Path folder() {
        return folder;
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    void fill() throws IOException, InterruptedException {
        Processes.fill(ballast());
    }

    void free() throws IOException {
        Files.deleteIfExists(ballast());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Processes.run("umount", "--lazy", folder.toString());
    }
}
