package org.cadreledger.bench.store;

/** One contestant, on a database of its own. Safe for all threads. */
interface Side extends AutoCloseable {
    String name();

    /** Returns when the event is durable. */
    void append(String stream, long sequence);

    /**
     * Reads from the first event as a processor with a new token does, payloads decoded.
     *
     * @param atMost events
     * @param nanos gives up after that time
     * @return events read
     */
    long replay(long atMost, long nanos);

    /** Reads one aggregate as before a command, payloads decoded; number of its events. */
    int load(String stream);

    @Override
    void close();
}
