package org.cadreledger.store;

import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Walks the hash chain and stops at the first commit that is not as it was written. */
final class Verifier {

    private static final int PAGE = 500;

    private final Commits commits;
    private final long from;
    private final long to;
    private final LongConsumer progress;
    private ChainCheck chain = new ChainCheck(Tail.EMPTY);
    private long sound;

    Verifier(Commits commits, long from, long to, LongConsumer progress) {
        if (from < 1 || to < from - 1) {
            throw new IllegalArgumentException("no range of positions: " + from + " to " + to);
        }
        this.commits = commits;
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    Verification run() {
        if (from > 1) {
            Optional<Commits.Read> before = commits.readAfter(from - 2, 1).stream()
                    .filter(read -> read.position() == from - 1)
                    .findFirst();
            if (before.isEmpty() || before.get().commit().isEmpty()) {
                return bad(from - 1, "missing or unreadable, so the chain cannot be taken up");
            }
            chain = new ChainCheck(Tail.of(before.get().commit().get()));
        }
        long next = from;
        while (next <= to) {
            List<Commits.Read> page = commits.readAfter(next - 1, (int) Math.min(PAGE, to - next + 1));
            if (page.isEmpty()) {
                return bad(next, "missing");
            }
            for (Commits.Read read : page) {
                String fault = check(next, read);
                if (fault != null) {
                    return bad(next, fault);
                }
                sound++;
                next++;
            }
            progress.accept(next - 1);
        }
        return new Verification(from, to, sound, chain.end().hash(), null, null);
    }

    private Verification bad(long position, String fault) {
        return new Verification(from, to, sound, chain.end().hash(), position, fault);
    }

    private @Nullable String check(long expected, Commits.Read read) {
        if (read.position() != expected) {
            return read.position() > expected ? "missing" : "two commits of one number";
        }
        if (read.commit().isEmpty()) {
            return read.fault();
        }
        return chain.next(read.commit().get());
    }
}
