package org.cadreledger.archive;

/**
 * How long a segment is: it ends with whichever comes first, so the same log gives the same segments.
 *
 * @param commits in one segment
 * @param bytes of their text, reached by the last commit
 */
public record ArchiveLimits(int commits, long bytes) {
    /** A segment is held in memory whole while it is read. */
    public static final ArchiveLimits DEFAULT = new ArchiveLimits(8_192, 8L << 20);
}
