package org.cadreledger.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.LongConsumer;
import org.cadreledger.store.ChainCheck;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitLog;
import org.cadreledger.store.Tail;

/** Writes ranges of the log in the one format of exports, backups and segments (ops/export-format.md). Safe for all threads. */
public final class Export {
    private static final int PAGE = 500;

    private final CommitLog log;

    public Export(CommitLog log) {
        this.log = log;
    }

    /**
     * What was written.
     *
     * @param to last position, {@code from - 1} for nothing
     * @param head hash of the last commit in hex
     * @param bytes of the commits' text
     */
    public record Written(long from, long to, long commits, long events, long parts, String head, long bytes) {}

    /**
     * Writes commits for third parties, without personal parts. The streams stay open.
     *
     * @param from first position, from 1
     * @param to last position; the export ends earlier when the log does
     * @param progress told the last position written, once a page
     * @throws BrokenLog when the chain does not hold; what was written until then has no closing line
     */
    public Written commits(long from, long to, OutputStream out, LongConsumer progress) throws IOException {
        return commitsAndPersonal(from, to, Long.MAX_VALUE, out, OutputStream.nullOutputStream(), progress);
    }

    /** Under which such commits, packed by gzip, are known for what they are. */
    public static String fileName(long from, long to) {
        return new Segment(Segment.Kind.COMMITS, from, to).name();
    }

    /**
     * The same with the personal parts, to a stream of their own.
     *
     * @param enough ends the export after the commit that brings the text of the commits to that many bytes
     */
    public Written commitsAndPersonal(
            long from, long to, long enough, OutputStream out, OutputStream personal, LongConsumer progress)
            throws IOException {
        Run run = new Run(new ChainCheck(before(from)), out, personal, from);
        long next = from;
        while (next <= to && run.bytes < enough) {
            List<Commit> page = log.commits(next - 1, (int) Math.min(PAGE, to - next + 1));
            if (page.isEmpty()) {
                break;
            }
            for (Commit commit : page) {
                run.take(commit);
                next = commit.position() + 1;
                if (run.bytes >= enough) {
                    break;
                }
            }
            progress.accept(next - 1);
        }
        return run.close(from);
    }

    private Tail before(long from) {
        if (from < 1) {
            throw new IllegalArgumentException("no position: " + from);
        }
        return from == 1
                ? Tail.EMPTY
                : log.commit(from - 1).map(Tail::of).orElseThrow(() -> new BrokenLog(from - 1, "missing"));
    }

    /** One export on its way. */
    private static final class Run {
        private final ChainCheck chain;
        private final OutputStream out;
        private final OutputStream personal;
        private final JsonBytes line = new JsonBytes();
        private long commits;
        private long events;
        private long parts;
        private long bytes;

        Run(ChainCheck chain, OutputStream out, OutputStream personal, long from) throws IOException {
            this.chain = chain;
            this.out = out;
            this.personal = personal;
            ExportLines.opening(line, from, chain.end().hash());
            line.flushTo(out);
            ExportLines.openingOfPersonal(line, from);
            line.flushTo(personal);
        }

        void take(Commit commit) throws IOException {
            long expected = chain.end().position() + 1;
            String fault = chain.next(commit);
            if (fault != null) {
                throw new BrokenLog(expected, fault);
            }
            ExportLines.commit(line, commit);
            bytes += line.flushTo(out);
            if (!commit.personal().isEmpty()) {
                ExportLines.personal(line, commit);
                line.flushTo(personal);
            }
            commits++;
            events += commit.events().size();
            parts += commit.personal().size();
        }

        Written close(long from) throws IOException {
            Tail end = chain.end();
            ExportLines.closing(line, end.position(), commits, events, end.hash());
            line.flushTo(out);
            ExportLines.closingOfPersonal(line, end.position(), parts);
            line.flushTo(personal);
            return new Written(from, end.position(), commits, events, parts, end.hash(), bytes);
        }
    }
}
