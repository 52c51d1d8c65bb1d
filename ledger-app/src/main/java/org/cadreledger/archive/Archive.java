package org.cadreledger.archive;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.SealedRanges;
import org.cadreledger.store.Tail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The segments of one folder. A segment is read whole, checked by the chain and against the database's hashes at both ends,
 * and only then given out; one that fails is set aside, told, and written again. Safe for all threads.
 */
public final class Archive implements SealedRanges {
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    private static final int HELD = 4;

    private final CommitLog log;
    private final SegmentFolder folder;
    private final ArchiveLimits limits;
    private final Counter damaged;

    /** The segments of kind COMMITS by first position. */
    private final TreeMap<Long, Segment> segments = new TreeMap<>();

    private final Map<Segment, SoftReference<CompletableFuture<List<Commit>>>> held =
            new LinkedHashMap<>(HELD, 0.75f, true);

    /** Guards the folder; never taken while {@code segments} is locked. */
    private final Object writing = new Object();

    public Archive(CommitLog log, Path directory, ArchiveLimits limits, MeterRegistry meters) {
        this.log = log;
        this.limits = limits;
        this.folder = new SegmentFolder(directory, new Export(log));
        this.damaged = Counter.builder("ledger.archive.damaged")
                .description("segments that were found damaged and set aside")
                .register(meters);
        meters.gauge("ledger.archive.position", this, Archive::position);
        try {
            folder.prepare();
            for (Segment segment : folder.segments()) {
                if (segment.kind() == Segment.Kind.COMMITS) {
                    segments.put(segment.from(), segment);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("ledger.archive.directory cannot be used: " + directory, e);
        }
    }

    public Path directory() {
        return folder.directory();
    }

    /** Everything up to there is in segments without a gap; 0 for nothing. */
    public long position() {
        synchronized (segments) {
            long end = 0;
            Segment next = segments.get(1L);
            while (next != null) {
                end = next.to();
                next = segments.get(end + 1);
            }
            return end;
        }
    }

    private Optional<Segment> holding(long position) {
        synchronized (segments) {
            Map.Entry<Long, Segment> found = segments.floorEntry(position);
            return found != null && found.getValue().holds(position) ? Optional.of(found.getValue()) : Optional.empty();
        }
    }

    @Override
    public Optional<List<Commit>> after(long position) {
        Optional<Segment> segment = holding(position + 1);
        if (segment.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<Commit> commits = load(segment.get()).join();
            // who reads on will ask for the next one soon
            holding(segment.get().to() + 1).ifPresent(this::loadAhead);
            return Optional.of(
                    commits.subList((int) (position + 1 - segment.get().from()), commits.size()));
        } catch (CompletionException e) {
            setAside(segment.get(), e);
            return Optional.empty();
        }
    }

    private void loadAhead(Segment segment) {
        // who needs it will meet its fault
        CompletableFuture<List<Commit>> _ = load(segment);
    }

    private CompletableFuture<List<Commit>> load(Segment segment) {
        synchronized (held) {
            SoftReference<CompletableFuture<List<Commit>>> known = held.get(segment);
            CompletableFuture<List<Commit>> loading = known == null ? null : known.get();
            if (loading == null) {
                loading = CompletableFuture.supplyAsync(() -> read(segment));
                held.put(segment, new SoftReference<>(loading));
                var eldest = held.keySet().iterator();
                while (held.size() > HELD) {
                    eldest.next();
                    eldest.remove();
                }
            }
            return loading;
        }
    }

    private void forget(Segment segment) {
        synchronized (held) {
            held.remove(segment);
        }
    }

    private List<Commit> read(Segment segment) {
        try {
            List<Commit> commits = SegmentReader.read(folder.directory(), segment, before(segment));
            String inDatabase = log.hash(segment.to()).orElse("none");
            if (!commits.getLast().hash().equals(inDatabase)) {
                throw new DamagedSegment(
                        "the database has another hash at " + segment.to() + ": one of the two was changed", null);
            }
            return commits;
        } catch (DamagedSegment e) {
            throw new CompletionException(e);
        }
    }

    private Tail before(Segment segment) throws DamagedSegment {
        return segment.from() == 1
                ? Tail.EMPTY
                : log.commit(segment.from() - 1)
                        .map(Tail::of)
                        .orElseThrow(
                                () -> new DamagedSegment("the database has no commit " + (segment.from() - 1), null));
    }

    /** Reads every segment anew and sets aside those that are damaged; true when all are sound. */
    public boolean check() {
        boolean sound = true;
        for (Segment segment : listed()) {
            forget(segment);
            try {
                read(segment);
            } catch (CompletionException e) {
                setAside(segment, e);
                sound = false;
            }
        }
        return sound;
    }

    private List<Segment> listed() {
        synchronized (segments) {
            return List.copyOf(segments.values());
        }
    }

    private void setAside(Segment segment, CompletionException why) {
        forget(segment);
        synchronized (segments) {
            if (!segments.remove(segment.from(), segment)) {
                // another thread met it too
                return;
            }
        }
        damaged.increment();
        LOG.error(
                "an archive segment is damaged and not used, the database is read instead, and it is written again: {}",
                String.valueOf(why.getCause()));
        synchronized (writing) {
            try {
                folder.setAside(segment);
            } catch (IOException e) {
                LOG.error("{} cannot be moved away", segment, e);
            }
        }
    }

    /**
     * Writes the next whole segment that is missing, when the log is long enough.
     *
     * @return false when there is nothing to write yet
     * @throws BrokenLog when the chain in the database does not hold
     */
    public boolean writeNext() throws IOException {
        synchronized (writing) {
            long from = position() + 1;
            long to = from + limits.commits() - 1;
            if (log.tail().position() < to) {
                return false;
            }
            Segment segment = folder.write(Segment.Kind.COMMITS, from, to, limits.bytes());
            synchronized (segments) {
                segments.put(from, segment);
            }
            deleteTails(tail -> tail.from() <= segment.to());
            return true;
        }
    }

    private void deleteTails(Predicate<Segment> outdated) throws IOException {
        for (Segment segment : folder.segments()) {
            if (segment.kind() == Segment.Kind.TAIL && outdated.test(segment)) {
                folder.delete(segment);
            }
        }
    }

    /**
     * What a backup consists of.
     *
     * @param to last position in it
     * @param head its hash
     */
    public record Backup(String directory, int segments, long to, String head) {}

    /** Writes whatever is missing up to the present end of the log, the rest as a short last segment. */
    public Backup backup() throws IOException {
        boolean more = true;
        while (more) {
            more = writeNext();
        }
        synchronized (writing) {
            long from = position() + 1;
            long to = log.tail().position();
            Segment written = from <= to ? folder.write(Segment.Kind.TAIL, from, to, Long.MAX_VALUE) : null;
            deleteTails(tail -> !tail.equals(written));
            int count = listed().size() + (written == null ? 0 : 1);
            return new Backup(
                    String.valueOf(folder.directory()), count, to, log.hash(to).orElse(""));
        }
    }

    @Override
    public boolean erasing(long position, BooleanSupplier inDatabase) {
        synchronized (writing) {
            try {
                folder.noteErasing(position);
                boolean done = inDatabase.getAsBoolean();
                finishErasing(position);
                return done;
            } catch (IOException e) {
                throw new UncheckedIOException("personal parts of commit " + position + " stay in the archive", e);
            }
        }
    }

    /** Finishes erasures that a program which ended in the middle has left. */
    public void finishErasing() throws IOException {
        synchronized (writing) {
            for (long position : folder.erasing()) {
                finishErasing(position);
            }
        }
    }

    private void finishErasing(long position) throws IOException {
        for (Segment segment : folder.segments()) {
            if (segment.holds(position)) {
                folder.rewritePersonal(segment);
                forget(segment);
            }
        }
        folder.erased(position);
    }
}
