package org.cadreledger.projecting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rebuilds of groups of projections from the whole log, while the old documents stay in use. */
public interface Rebuilds {
    enum State {
        /** In use, never rebuilt since the start of the program. */
        IN_USE,
        REBUILDING,
        REBUILT,
        FAILED
    }

    /**
     * @param name of the group
     * @param generation of the documents in use, from 1
     * @param done of a rebuild: commits taken; otherwise how far the group is
     * @param tail commits in the log
     * @param fault why the last rebuild failed
     */
    record Progress(
            String name,
            int generation,
            State state,
            long done,
            long tail,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String fault) {}

    /**
     * Begins a rebuild and returns at once.
     *
     * @throws org.cadreledger.refusal.Refusal NOT_FOUND for an unknown name, WRONG_STATE while one is under way
     */
    Progress start(String name);

    /** The same for several groups in one pass over the log: for all or for none; of no names nothing. */
    void start(List<String> names);

    /** Of all groups. */
    List<Progress> status();
}
