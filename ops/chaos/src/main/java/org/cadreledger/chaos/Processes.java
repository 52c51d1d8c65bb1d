package org.cadreledger.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Commands of the system, and signals to processes that this harness started. */
final class Processes {
    private static final long LONGEST_SECONDS = 300;

    private Processes() {}

    /**
     * @return what it prints, without the last line's end
     * @throws IOException when it fails
     */
    static String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroy();
            throw new IOException(List.of(command) + " failed: " + said);
        }
        return said.stripTrailing();
    }

    static String run(String... command) throws IOException, InterruptedException {
        return run(Map.of(), command);
    }

    /** Processes that are gone already are passed over. */
    static void signal(String signal, List<Long> pids) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        pids.forEach(pid -> command.add(String.valueOf(pid)));
        quietly(command);
    }

    /** All of a file system's free space in one file. */
    static void fill(Path ballast) throws IOException, InterruptedException {
        quietly(List.of("dd", "if=/dev/zero", "of=" + ballast, "bs=4k"));
    }

    /** However it ends. */
    private static void quietly(List<String> command) throws IOException, InterruptedException {
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
