package org.cadreledger.archive;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two files with a range of the log: the commits, and beside them their personal parts.
 *
 * @param kind {@code commits}, or {@code tail} for a short last one that a longer one will replace
 * @param from first position
 * @param to last position
 */
record Segment(Kind kind, long from, long to) {
    private static final Pattern NAME = Pattern.compile("(commits|tail)-(\\d{12})-(\\d{12})\\.jsonl\\.gz");

    enum Kind {
        COMMITS,
        TAIL
    }

    /** Empty for any other file. */
    static Optional<Segment> of(Path file) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        return name.matches()
                ? Optional.of(new Segment(
                        Kind.valueOf(name.group(1).toUpperCase(Locale.ROOT)),
                        Long.parseLong(name.group(2)),
                        Long.parseLong(name.group(3))))
                : Optional.empty();
    }

    Path commits(Path directory) {
        return directory.resolve(name());
    }

    Path personal(Path directory) {
        return directory.resolve(name("personal"));
    }

    /** Of the file with the commits. */
    String name() {
        return name(kind.name().toLowerCase(Locale.ROOT));
    }

    private String name(String prefix) {
        return String.format(Locale.ROOT, "%s-%012d-%012d.jsonl.gz", prefix, from, to);
    }

    boolean holds(long position) {
        return from <= position && position <= to;
    }
}
