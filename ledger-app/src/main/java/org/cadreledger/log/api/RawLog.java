package org.cadreledger.log.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log as it is stored, for auditors. */
public interface RawLog {
    /** @param json the commit's document, without personal parts */
    record RawCommit(long position, String json) {}

    /** Up to {@code limit} commits after that position, in order. */
    List<RawCommit> after(long position, int limit);

    /** Walks the whole chain. */
    Verified verify();

    /**
     * @param head hex hash of the last sound commit
     * @param firstBadPosition null when all is sound
     */
    record Verified(
            long from,
            long to,
            long commits,
            String head,
            boolean ok,
            @Nullable Long firstBadPosition) {}
}
