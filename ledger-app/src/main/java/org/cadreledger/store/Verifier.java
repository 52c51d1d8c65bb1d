package org.cadreledger.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Walks the hash chain and stops at the first commit that is not as it was written. */
final class Verifier {

    private static final int PAGE = 500;

    private final Commits commits;
    private final long from;
    private final long to;
    private final LongConsumer progress;
    private String head = Hashes.GENESIS;
    private Instant time = Instant.EPOCH;
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
            head = before.get().commit().get().hash();
            time = before.get().commit().get().at();
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
        return new Verification(from, to, sound, head, null, null);
    }

    private Verification bad(long position, String fault) {
        return new Verification(from, to, sound, head, position, fault);
    }

    private @Nullable String check(long expected, Commits.Read read) {
        if (read.position() != expected) {
            return read.position() > expected ? "missing" : "two commits of one number";
        }
        if (read.commit().isEmpty()) {
            return read.fault();
        }
        Commit commit = read.commit().get();
        String fault = fault(commit);
        head = fault == null ? commit.hash() : head;
        time = fault == null ? commit.at() : time;
        return fault;
    }

    private @Nullable String fault(Commit commit) {
        if (!commit.algorithm().equals(Hashes.ALGORITHM)) {
            return "unknown algorithm " + commit.algorithm();
        }
        if (!commit.previous().equals(head)) {
            return "does not follow the commit before it";
        }
        if (!commit.hash().equals(Hashes.hash(commit))) {
            return "its hash does not cover its content";
        }
        if (commit.at().isBefore(time)) {
            return "earlier than the commit before it";
        }
        if (!commit.keys().equals(keys(commit))) {
            return "its keys are not those of its events";
        }
        return personalFault(commit);
    }

    private static List<String> keys(Commit commit) {
        Set<String> seen = new HashSet<>();
        List<String> keys = new ArrayList<>();
        for (StoredEvent event : commit.events()) {
            if (seen.add(event.stream())) {
                keys.add(Commit.key(event.stream(), event.sequence()));
            }
        }
        return keys;
    }

    /** An erased part is no fault; a changed or an added one is. */
    private static @Nullable String personalFault(Commit commit) {
        for (Map.Entry<Integer, PersonalPart> entry : commit.personal().entrySet()) {
            int index = entry.getKey();
            String covered = index < 0 || index >= commit.events().size()
                    ? null
                    : commit.events().get(index).personalHash();
            if (!Hashes.personalHash(commit.algorithm(), entry.getValue()).equals(covered)) {
                return "the personal part of event " + index + " is not the one it was written with";
            }
        }
        return null;
    }
}
