package org.cadreledger.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes real commits outside the writer: prepared by any thread, numbered and chained by one. */
public final class BulkCommits {
    private final EventTypes types;
    private Tail tail;

    /** A commit without its number. */
    public record Unnumbered(Object prepared, Instant at) {}

    public BulkCommits(EventTypes types, Tail tail) {
        this.types = types;
        this.tail = tail;
    }

    public Unnumbered prepare(CommitDraft draft, Instant at) {
        return new Unnumbered(PreparedCommit.of(draft, types), at);
    }

    public List<Commit> number(List<Unnumbered> next) {
        List<Commit> commits = new ArrayList<>(next.size());
        for (Unnumbered each : next) {
            Commit commit =
                    ((PreparedCommit) each.prepared()).numbered(tail.position() + 1, each.at(), tail.hash());
            tail = Tail.of(commit);
            commits.add(commit);
        }
        return commits;
    }
}
