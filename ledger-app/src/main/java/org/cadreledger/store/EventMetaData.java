package org.cadreledger.store;

/** Names of the metadata that the store reads from messages and writes to them, and of one unit-of-work resource. */
public final class EventMetaData {
    /** User who acts; read from the root message, then from the event. */
    public static final String BY = "by";

    /** County whose projections take the event; on the event, absent for events that concern all. */
    public static final String JURISDICTION = "jurisdiction";

    /** Idempotency key, {@code user/<user>/<Idempotency-Key>}; on the root message. */
    public static final String K = "k";

    /** SHA-256 of the request's body in hex; on the root message. */
    public static final String BODY_HASH = "bodyHash";

    /** Id of the aggregate; on events read from the log. */
    public static final String STREAM = "stream";

    /** Commit number; on events read from the log, and as {@code Long} in the root unit of work's resources after append. */
    public static final String POSITION = "position";

    /** Place of the event in its commit, an {@code Integer}; on events read from the log. */
    public static final String INDEX = "index";

    private EventMetaData() {}
}
