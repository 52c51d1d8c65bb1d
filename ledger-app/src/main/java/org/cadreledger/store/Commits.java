package org.cadreledger.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stored commits: what a database must be able to do for the log, and no more. */
interface Commits {

    /**
     * Inserts in this order and stops at the first that is refused. On any exception nothing is known about which were
     * stored, except that it is a prefix.
     */
    void insert(List<Commit> commits);

    Optional<Commit> last();

    Optional<Commit> at(long position);

    /** Time of that commit. */
    Optional<Instant> timeAt(long position);

    Optional<Commit> withK(String k);

    Optional<Commit> withAnyKey(List<String> keys);

    /** Hashes of the commits in {@code (after, after + limit]}, by position. */
    Map<Long, String> hashes(long after, int limit);

    /** Up to {@code limit} commits after that position, in order. */
    List<Commit> after(long position, int limit);

    /** The same, but a commit that cannot be read comes with its fault. */
    List<Read> readAfter(long position, int limit);

    /** Commits whose first event of that stream has at least that sequence, in order. */
    List<Commit> ofStream(String stream, long firstSequence);

    /** Writes something beside the log, as durably as a commit, and removes it; throws when that is not possible. */
    void tryWriting();

    /** Removes the personal part of one event; false when there was none. */
    boolean erasePersonal(long position, int index);

    /** A commit as read by the verifier: with a fault when its document is not of the format. */
    record Read(long position, Optional<Commit> commit, String fault) {}
}
