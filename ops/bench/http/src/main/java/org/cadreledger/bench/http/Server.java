package org.cadreledger.bench.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The packaged program in a process of its own, on loopback. */
final class Server implements AutoCloseable {
    static final String ADMIN_PASSWORD = "bench-password-1";
    private static final int START_SECONDS = 90;

    private static final List<Process> STARTED = new CopyOnWriteArrayList<>();

    private final Process process;
    private final InetSocketAddress address;
    private final Path log;

    private Server(Process process, InetSocketAddress address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /** @param cheapPasswords so that some thousand users are made in seconds: only to prepare */
    static Server start(Settings settings, Path folder, boolean cheapPasswords)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(settings.java()));
        // stacks of a web application are deep
        command.add("-XX:FlightRecorderOptions=stackdepth=512");
        command.addAll(settings.jvm());
        command.addAll(List.of("-jar", settings.jar().toString()));
        Path log = folder.resolve(cheapPasswords ? "prepare.log" : "server.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        builder.environment().put("LEDGER_EMBEDDED_DIRECTORY", folder.resolve("data").toString());
        builder.environment().put("LEDGER_SECURITY_BOOTSTRAP_PASSWORD", ADMIN_PASSWORD);
        if (settings.mongodb() != null) {
            builder.environment().put("SPRING_MONGODB_URI", settings.mongodb());
        }
        if (cheapPasswords) {
            builder.environment().put("LEDGER_SECURITY_PASSWORDMEMORYKIB", "64");
            builder.environment().put("LEDGER_SECURITY_PASSWORDPASSES", "1");
        }
        Process process = builder.start();
        STARTED.add(process);
        Server server = new Server(
                process, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), log);
        server.awaitReady();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        HttpRequest ask = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + address.getPort() + "/actuator/health/readiness"))
                .build();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline && !process.waitFor(100, TimeUnit.MILLISECONDS)) {
                try {
                    if (client.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // not yet
                }
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the program did not start:\n" + Files.readString(log));
    }

    /** At once: for the end of this process. */
    static void stopAll() {
        for (Process each : STARTED) {
            each.destroyForcibly();
            each.onExit().join();
        }
    }

    InetSocketAddress address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    /** Runs {@code jcmd <pid> …}. */
    void tell(Path jcmd, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(jcmd.toString(), Long.toString(pid())));
        command.addAll(List.of(words));
        Process told = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(told.getInputStream().readAllBytes());
        if (told.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + said);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
