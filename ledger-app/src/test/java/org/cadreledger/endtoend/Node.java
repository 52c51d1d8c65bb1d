package org.cadreledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cadreledger.testbed.JavaProcess;

/** A process that runs the program on a database that it shares with others. */
final class Node implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);

    private final String name;
    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private Node(String name, Process process) {
        this.name = name;
        this.process = process;
        Thread.ofPlatform().daemon().start(this::read);
    }

    static Node start(String name, String uri, String database) throws IOException {
        return new Node(name, JavaProcess.start(NodeMain.class, uri, database, name));
    }

    private void read() {
        StringBuilder all = new StringBuilder();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(NodeMain.PORT)) {
                    port.complete(Integer.parseInt(line.substring(NodeMain.PORT.length())));
                } else if (!port.isDone()) {
                    all.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            port.completeExceptionally(new UncheckedIOException(e));
        }
        port.completeExceptionally(new IllegalStateException(name + " did not start:\n" + all));
    }

    String name() {
        return name;
    }

    /** A client of it, once it serves. */
    Program client() throws Exception {
        return Program.at(port.get(START.toSeconds(), TimeUnit.SECONDS));
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    void pause() throws Exception {
        signal("-STOP");
    }

    void goOn() throws Exception {
        signal("-CONT");
    }

    private void signal(String which) throws Exception {
        Process signal = new ProcessBuilder("kill", which, String.valueOf(process.pid())).start();
        assertThat(signal.waitFor()).isZero();
    }

    @Override
    public void close() {
        process.toHandle().destroyForcibly();
    }
}
