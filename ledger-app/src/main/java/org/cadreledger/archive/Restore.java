package org.cadreledger.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.Tail;

/** Brings a backup's log back into an empty database. Repeated after a crash it goes on where it was. */
public final class Restore {
    private static final int BATCH = 500;
    private static final long BATCH_BYTES = 8_000_000;

    private final CommitLog log;

    public Restore(CommitLog log) {
        this.log = log;
    }

    /** The backup and the database do not belong together. */
    public static final class WrongDatabase extends Exception {
        private static final long serialVersionUID = 1L;

        WrongDatabase(String message) {
            super(message);
        }
    }

    /**
     * Every segment is checked by the chain before the first of its commits is written.
     *
     * @param progress told the last position that is in the database
     * @return the end of the log after it
     * @throws DamagedSegment when a file is damaged or one is missing between others; what came before it is restored
     * @throws WrongDatabase when the database holds something else already
     */
    public Tail run(Path directory, LongConsumer progress) throws IOException, DamagedSegment, WrongDatabase {
        List<Segment> segments = new SegmentFolder(directory, new Export(log)).segments();
        if (segments.isEmpty()) {
            throw new DamagedSegment("no segment in " + directory, null);
        }
        long last = segments.stream().mapToLong(Segment::to).max().orElseThrow();
        if (log.tail().position() > last) {
            throw new WrongDatabase("the database has " + log.tail().position() + " commits, the backup " + last);
        }
        Tail end = Tail.EMPTY;
        while (end.position() < last) {
            Segment next = next(segments, end.position() + 1);
            List<Commit> commits = SegmentReader.readWithOrWithoutPersonal(directory, next, end);
            takeOver(commits, progress);
            end = Tail.of(commits.getLast());
        }
        return end;
    }

    /** The longest that begins there. */
    private static Segment next(List<Segment> segments, long from) throws DamagedSegment {
        Optional<Segment> found =
                segments.stream().filter(segment -> segment.from() == from).max(Comparator.comparingLong(Segment::to));
        return found.orElseThrow(() -> new DamagedSegment("no segment begins at " + from, null));
    }

    private void takeOver(List<Commit> commits, LongConsumer progress) throws WrongDatabase {
        int there = Math.clamp(log.tail().position() - commits.getFirst().position() + 1, 0, commits.size());
        if (there > 0) {
            Commit last = commits.get(there - 1);
            if (!log.hash(last.position()).equals(Optional.of(last.hash()))) {
                throw new WrongDatabase("the database has another commit " + last.position());
            }
        }
        int from = there;
        while (from < commits.size()) {
            int to = batchEnd(commits, from);
            log.restore(commits.subList(from, to));
            from = to;
            progress.accept(commits.get(to - 1).position());
        }
    }

    private static int batchEnd(List<Commit> commits, int from) {
        int to = from;
        long bytes = 0;
        while (to < commits.size() && to - from < BATCH && bytes < BATCH_BYTES) {
            bytes += commits.get(to).events().stream()
                    .mapToLong(event -> event.payload().length())
                    .sum();
            to++;
        }
        return to;
    }
}
