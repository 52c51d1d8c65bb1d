package org.cadreledger.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** FerretDB on PostgreSQL, their data on a small disk in memory. Started by {@code ops/servers/ferretdb2}. */
final class Ferret implements AutoCloseable {
    /** Room for a whole run, several times. */
    private static final String SPACE = "600m";

    private final Path script;
    private final String name = "chaos-" + ProcessHandle.current().pid();
    private final int port;

    Ferret(Path script) throws IOException, InterruptedException {
        this.script = script;
        String uri = Processes.run(Map.of("LEDGER_FERRETDB_SPACE", SPACE), script.toString(), "start", name);
        this.port = Integer.parseInt(uri.substring(uri.lastIndexOf(':') + 1));
    }

    int port() {
        return port;
    }

    String uri() {
        return "mongodb://127.0.0.1:" + port + "/?retryWrites=false";
    }

    private List<Long> pids() throws IOException, InterruptedException {
        return Processes.run(script.toString(), "pids", name)
                .lines()
                .map(Long::valueOf)
                .toList();
    }

    long ferretdb() throws IOException, InterruptedException {
        return pids().getFirst();
    }

    long postmaster() throws IOException, InterruptedException {
        return pids().getLast();
    }

    /** The postmaster and all that it started. */
    List<Long> postgres() throws IOException, InterruptedException {
        long postmaster = postmaster();
        return Stream.concat(Stream.of(postmaster), backends(postmaster)).toList();
    }

    static Stream<Long> backends(long postmaster) {
        return ProcessHandle.of(postmaster).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid);
    }

    /**
     * Starts again what is dead.
     *
     * @return what that was; empty when both were running
     */
    String revive() throws IOException, InterruptedException {
        return Processes.run(script.toString(), "revive", name).replace('\n', ' ');
    }

    /** Takes all space on the disk of the data. */
    void fillDisk() throws IOException, InterruptedException {
        Processes.fill(ballast());
    }

    void freeDisk() throws IOException, InterruptedException {
        Files.deleteIfExists(ballast());
    }

    private Path ballast() throws IOException, InterruptedException {
        return Path.of(Processes.run(script.toString(), "data", name)).resolve("ballast");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Processes.run(script.toString(), "stop", name);
    }
}
