package org.cadreledger.bench.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** Sums a flight recording up: threads, packages, methods anywhere on them. */
public final class Profile {
    private static final String SAMPLE = "jdk.CPUTimeSample";
    private static final String OLD_SAMPLE = "jdk.ExecutionSample";
    private static final double LEAST_SHARE = 0.015;
    private static final int PACKAGE_PARTS = 3;

    private static final Pattern PLATFORM = Pattern.compile("^(java|javax|jdk|sun|com\\.sun)\\.");

    private final Map<String, Counts> groups = new TreeMap<>();
    private int samples;

    private static final class Counts {
        private int samples;
        private final Map<String, Integer> owner = new HashMap<>();
        private final Map<String, Integer> anywhere = new HashMap<>();
    }

    private Profile() {}

    /** @param arguments the file, then optionally how names of threads must begin for their methods to be shown */
    public static void main(String[] arguments) throws IOException {
        Profile profile = new Profile();
        profile.read(Path.of(arguments[0]), SAMPLE);
        if (profile.samples == 0) {
            profile.read(Path.of(arguments[0]), OLD_SAMPLE);
        }
        profile.print(arguments.length > 1 ? arguments[1] : "");
    }

    private void read(Path file, String type) throws IOException {
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                if (event.getEventType().getName().equals(type)) {
                    add(event);
                }
            }
        }
    }

    private void add(RecordedEvent event) {
        RecordedThread thread = event.hasField("eventThread") && event.getValue("eventThread") != null
                ? event.getValue("eventThread")
                : event.hasField("sampledThread") ? event.getValue("sampledThread") : null;
        String name = thread == null || thread.getJavaName() == null ? "other" : thread.getJavaName();
        Counts counts = groups.computeIfAbsent(name.replaceAll("[-#0-9]+.*$", ""), each -> new Counts());
        samples++;
        counts.samples++;
        if (event.getStackTrace() == null || event.getStackTrace().getFrames().isEmpty()) {
            return;
        }
        List<RecordedFrame> frames = event.getStackTrace().getFrames();
        counts.owner.merge(owner(frames), 1, Integer::sum);
        Set<String> seen = new HashSet<>();
        for (RecordedFrame frame : frames) {
            String method = frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
            if (seen.add(method)) {
                counts.anywhere.merge(method, 1, Integer::sum);
            }
        }
    }

    /** The package that called the platform last. */
    private static String owner(List<RecordedFrame> frames) {
        return frames.stream()
                .map(frame -> frame.getMethod().getType().getName())
                .filter(type -> !PLATFORM.matcher(type).find())
                .findFirst()
                .map(Profile::packageOf)
                .orElse("the platform alone");
    }

    private static String packageOf(String type) {
        String[] parts = type.split("\\.");
        return String.join(".", List.of(parts).subList(0, Math.min(PACKAGE_PARTS, parts.length - 1)));
    }

    private void print(String threads) {
        System.out.printf(Locale.ROOT, "# %d samples of processor time%n", samples);
        groups.entrySet().stream()
                .sorted((a, b) -> b.getValue().samples - a.getValue().samples)
                .filter(each -> each.getValue().samples >= LEAST_SHARE * samples)
                .filter(each -> each.getKey().startsWith(threads))
                .forEach(each -> {
                    Counts counts = each.getValue();
                    System.out.printf(
                            Locale.ROOT, "%n%5.1f %% %s%n", 100.0 * counts.samples / samples, each.getKey());
                    list("  by the package that called the platform last:", counts.owner, name -> true);
                    list("  anywhere:", counts.anywhere, Profile::tells);
                });
    }

    /** Frames of the platform and of lambdas say nothing. */
    private static boolean tells(String method) {
        return !PLATFORM.matcher(method).find() && !method.contains("$$Lambda") && !method.contains(".lambda$");
    }

    private void list(String title, Map<String, Integer> counts, Predicate<String> shown) {
        System.out.println(title);
        counts.entrySet().stream()
                .filter(each -> each.getValue() >= LEAST_SHARE * samples / 6 && shown.test(each.getKey()))
                .sorted((a, b) -> b.getValue() - a.getValue())
                .forEach(each -> System.out.printf(
                        Locale.ROOT, "  %5.1f %% %s%n", 100.0 * each.getValue() / samples, each.getKey()));
    }
}
