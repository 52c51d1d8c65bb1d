package org.cadreledger.chaos;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One process of the packaged program, its front door behind a {@link Wire}. */
final class Node implements AutoCloseable {
    /** Below the ports that the system hands out: it stays free while the process is down. */
    private static final int LOWEST_PORT = 20_000;

    private static final int PORTS = 12_000;
    private static final long STOP_SECONDS = 30;

    private final String name;
    private final Software software;
    private final Path folder;
    private final Map<String, String> settings;
    private final int port = freePort();
    private final Wire door = new Wire(port);
    private final @Nullable Wire database;
    private @Nullable Process process;

    /**
     * @param settings environment beside the port
     * @param database the proxy before its database server; null for the embedded one
     */
    Node(String name, Software software, Path folder, Map<String, String> settings, @Nullable Wire database)
            throws IOException {
        this.name = name;
        this.software = software;
        this.folder = folder;
        this.settings = new HashMap<>(settings);
        this.database = database;
        this.settings.put("SERVER_PORT", String.valueOf(port));
        this.settings.put("SERVER_ADDRESS", "127.0.0.1");
        this.settings.put("LEDGER_NODE", name);
        if (software.clock() != null) {
            moveClock(0);
            this.settings.put("LD_PRELOAD", software.clock().toString());
            this.settings.put("CHAOS_CLOCK", clockFile().toString());
        }
    }

    private static int freePort() {
        while (true) {
            int port = LOWEST_PORT + ThreadLocalRandom.current().nextInt(PORTS);
            try (Socket taken = new Socket(InetAddress.getLoopbackAddress(), port)) {
                taken.close();
            } catch (IOException e) {
                return port;
            }
        }
    }

    String name() {
        return name;
    }

    /** Past the proxy. */
    int port() {
        return port;
    }

    /** Where clients knock. */
    Wire door() {
        return door;
    }

    Wire database() {
        if (database == null) {
            throw new IllegalStateException("the embedded database has no wire");
        }
        return database;
    }

    void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                software.java().toString(),
                "-XX:AOTCache=" + software.cache(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable",
                "-Xmx400m",
                "-jar",
                software.jar().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(settings);
        process = builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** Inserts of commits whose connection broke before the answer was there, by its log. */
    long insertsWithoutAnswer() throws IOException {
        try (Stream<String> lines = Files.lines(log())) {
            return lines.filter(line -> line.contains("an insert of ") && line.contains("MongoSocket"))
                    .count();
        }
    }

    private Path log() {
        return folder.resolve(name + ".log");
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    private long pid() {
        if (process == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return process.pid();
    }

    /** SIGKILL; returns when it is gone. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** As an operator stops it. */
    void stop() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        }
    }

    void pause() throws IOException, InterruptedException {
        Processes.signal("STOP", List.of(pid()));
    }

    void goOn() throws IOException, InterruptedException {
        Processes.signal("CONT", List.of(pid()));
    }

    private Path clockFile() {
        return folder.resolve(name + ".clock");
    }

    /** Its wall clock is so far from the machine's from now on; negative is behind. */
    void moveClock(long millis) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(clockFile().toFile(), "rw")) {
            // in one piece, so that no half of it is ever read
            file.write(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.nativeOrder())
                    .putLong(millis)
                    .array());
        }
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            process.destroyForcibly();
        }
        door.close();
        if (database != null) {
            database.close();
        }
    }
}
