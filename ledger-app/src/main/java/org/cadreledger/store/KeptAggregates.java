package org.cadreledger.store;

import java.util.Optional;

/** Aggregates made from states that are in memory anyway, so that loading them reads nothing. */
public interface KeptAggregates {
    KeptAggregates NONE = new KeptAggregates() {
        @Override
        public Optional<Kept> find(String stream) {
            return Optional.empty();
        }

        @Override
        public boolean isEnd(String stream, long next) {
            return false;
        }

        @Override
        public void reached(String stream, long next) {
            // nothing is kept
        }

        @Override
        public void doubt(String stream) {
            // nothing is kept
        }
    };

    /**
     * @param root a new instance, for one unit of work
     * @param sequence of the stream's last event that is in it
     */
    record Kept(Object root, long sequence) {}

    /** As the stream is in the log now; empty for a stream without events, or of a kind that is not kept. */
    Optional<Kept> find(String stream);

    /** Whether that is known to be the sequence of the stream's next event, without reading the stream. */
    boolean isEnd(String stream, long next);

    /** The stream is in the log up to before that sequence, however the log came to say so. */
    void reached(String stream, long next);

    /** Somebody else may have gone on with the stream: it is to be read again. */
    void doubt(String stream);
}
