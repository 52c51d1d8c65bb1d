package org.cadreledger.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files that the program is made from. Tests run in the module's folder. */
final class Sources {
    static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final List<Path> JAVA = Stream.of(
                    "src/main/java",
                    "../ledger-api/src/main/java",
                    "../projections/src/main/java",
                    "../ops/demo/src/main/java")
            .map(Path::of)
            .toList();

    private Sources() {}

    /** By path. */
    static Map<Path, String> java() {
        Map<Path, String> files = new TreeMap<>();
        JAVA.forEach(root -> files.putAll(under(root, name -> name.endsWith(".java"))));
        return files;
    }

    static Map<Path, String> templates() {
        return under(RESOURCES.resolve("templates"), name -> name.endsWith(".html"));
    }

    /** Scripts and style sheets of our own; others' come from WebJars. */
    static Map<Path, String> assets() {
        return under(RESOURCES, name -> name.endsWith(".js") || name.endsWith(".css"));
    }

    /** Paths of the Chinese texts whose English twin lies beside them. */
    static List<Path> bundles() {
        return under(RESOURCES, name -> name.endsWith(".properties")).keySet().stream()
                .filter(file -> Files.exists(english(file)))
                .toList();
    }

    static Path english(Path chinese) {
        String name = String.valueOf(chinese.getFileName());
        return chinese.resolveSibling(name.replace(".properties", "_en.properties"));
    }

    private static Map<Path, String> under(Path root, Predicate<String> name) {
        Map<Path, String> files = new TreeMap<>();
        if (!Files.exists(root)) {
            return files;
        }
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(file -> name.test(String.valueOf(file.getFileName())))
                    .forEach(file -> files.put(file, read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
