package org.cadreledger.bench.scale;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cadreledger.projecting.RebuildRun;

/** Figures of rebuilds and boards; see README.md. */
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.of(List.of(arguments));
        try (Stage stage = new Stage(settings)) {
            CountyYear county = new CountyYear(settings.cadres(), settings.entries(), settings.lives());
            Path unfinished = stage.folder.resolve("unfinished");
            if (Files.exists(unfinished)) {
                Fill.shorten(stage.database, stage.archive);
                Files.delete(unfinished);
            }
            if (stage.log.tail().position() == 0) {
                long start = System.nanoTime();
                Files.createFile(unfinished);
                long made = new Fill(stage.log, stage.types, stage.archive, settings.whole()).run(county);
                Files.delete(unfinished);
                say("fill", made, start);
            }
            stage.readArchive();
            if (!settings.whole()) {
                Fill.completeEnds(stage.log, county);
            }
            System.out.printf(
                    "log: %,d commits, %,d in the database, its file %,d MB%n",
                    stage.log.tail().position(),
                    stage.database.getCollection("commits").estimatedDocumentCount(),
                    stage.server.fileBytes() >> 20);
            if (settings.only().contains("rebuild")) {
                rebuild(stage);
            }
            Boards boards = new Boards(stage, settings);
            if (settings.only().contains("ranking")) {
                boards.ranking();
            }
            if (settings.only().contains("board")) {
                boards.publish();
            }
            if (settings.only().contains("reads")) {
                boards.reads();
            }
        }
    }

    private static void rebuild(Stage stage) {
        long start = System.nanoTime();
        try (Heap heap = new Heap()) {
            RebuildRun.of(stage.models, stage.log, stage.database);
            say("rebuild of all groups", stage.log.tail().position(), start);
            System.out.printf("   heap: %,d MB at most, %,d MB alive after a collection at most%n", heap.used(), heap.alive());
        }
        Set<Integer> generations = stage.models.groups().stream()
                .map(group -> group.active().number())
                .collect(Collectors.toSet());
        List<String> counts = new ArrayList<>();
        for (String name : stage.database.listCollectionNames()) {
            if (generations.stream().anyMatch(generation -> name.endsWith("_g" + generation))) {
                long count = stage.database.getCollection(name).estimatedDocumentCount();
                if (count > 0) {
                    counts.add("%s %,d".formatted(name, count));
                }
            }
        }
        System.out.println("   documents: " + counts.stream().sorted().toList());
    }

    static void say(String what, long many, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%-28s %,14d in %8.1f s  %,12.0f/s   processor time so far %,d s%n", what, many, seconds, many / seconds,
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime() / 1_000_000_000L);
    }
}
