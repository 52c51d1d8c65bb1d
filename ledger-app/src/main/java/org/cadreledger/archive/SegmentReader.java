package org.cadreledger.archive;

import static org.cadreledger.archive.LineScanner.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cadreledger.store.ChainCheck;
import org.cadreledger.store.Commit;
import org.cadreledger.store.PersonalPart;
import org.cadreledger.store.Tail;

/** Reads a segment whole and checks all of it before any of it is used. */
final class SegmentReader {
    private static final byte[] FROM = token(",\"version\":" + ExportLines.VERSION + ",\"from\":");
    private static final byte[] BEFORE = token(",\"before\":");
    private static final byte[] TO = token("{\"to\":");
    private static final byte[] COMMITS = token(",\"commits\":");
    private static final byte[] EVENTS = token(",\"events\":");
    private static final byte[] HEAD = token(",\"head\":");
    private static final byte[] PARTS = token(",\"parts\":");
    private static final byte[] END = token("}\n");

    private SegmentReader() {}

    /**
     * All commits of the segment, sound and in order.
     *
     * @param before the commit before the first, which the caller trusts
     * @throws DamagedSegment when a file is missing or anything in it is not as it was written
     */
    static List<Commit> read(Path directory, Segment segment, Tail before) throws DamagedSegment {
        return read(directory, segment, before, true);
    }

    /** The same for a copy that may have come without the personal parts; then the commits have none. */
    static List<Commit> readWithOrWithoutPersonal(Path directory, Segment segment, Tail before) throws DamagedSegment {
        return read(directory, segment, before, Files.exists(segment.personal(directory)));
    }

    private static List<Commit> read(Path directory, Segment segment, Tail before, boolean withPersonal)
            throws DamagedSegment {
        try {
            Map<Long, Map<Integer, PersonalPart>> personal = withPersonal
                    ? UnpackedText.read(segment.personal(directory), scanner -> personal(scanner, segment))
                    : Map.of();
            return UnpackedText.read(
                    segment.commits(directory), scanner -> commits(scanner, segment, before, personal));
        } catch (IOException | IllegalArgumentException e) {
            throw new DamagedSegment(segment.commits(directory) + ": " + e.getMessage(), e);
        }
    }

    private static List<Commit> commits(
            LineScanner scanner, Segment segment, Tail before, Map<Long, Map<Integer, PersonalPart>> personal) {
        scanner.expect(token("{\"format\":\"" + ExportLines.COMMITS + "\""));
        scanner.expect(FROM);
        same(scanner, segment.from(), scanner.number());
        scanner.expect(BEFORE);
        if (!scanner.plainString().equals(before.hash())) {
            throw scanner.malformed("does not follow the commit before it");
        }
        scanner.expect(END);
        ChainCheck chain = new ChainCheck(before);
        CommitLines lines = new CommitLines(scanner);
        List<Commit> commits = new ArrayList<>((int) (segment.to() - segment.from() + 1));
        long events = 0;
        while (lines.hasNext()) {
            commits.add(lines.next(chain, personal));
            events += commits.getLast().events().size();
        }
        scanner.expect(TO);
        same(scanner, segment.to(), scanner.number());
        same(scanner, segment.to(), chain.end().position());
        scanner.expect(COMMITS);
        same(scanner, commits.size(), scanner.number());
        scanner.expect(EVENTS);
        same(scanner, events, scanner.number());
        scanner.expect(HEAD);
        if (!scanner.plainString().equals(chain.end().hash())) {
            throw scanner.malformed("another head");
        }
        scanner.expect(END);
        end(scanner);
        return commits;
    }

    private static Map<Long, Map<Integer, PersonalPart>> personal(LineScanner scanner, Segment segment) {
        scanner.expect(token("{\"format\":\"" + ExportLines.PERSONAL + "\""));
        scanner.expect(FROM);
        same(scanner, segment.from(), scanner.number());
        scanner.expect(END);
        PersonalLines lines = new PersonalLines();
        lines.read(scanner);
        scanner.expect(TO);
        same(scanner, segment.to(), scanner.number());
        scanner.expect(PARTS);
        same(scanner, lines.count(), scanner.number());
        scanner.expect(END);
        end(scanner);
        return lines.parts();
    }

    private static void same(LineScanner scanner, long expected, long found) {
        if (found != expected) {
            throw scanner.malformed(found + " where " + expected + " belongs");
        }
    }

    private static void end(LineScanner scanner) {
        if (!scanner.atEnd()) {
            throw scanner.malformed("more after the end");
        }
    }
}
