package org.cadreledger.store;

import java.util.BitSet;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a key may have been seen: what it denies is certain. Two megabytes, wrong for one new key in a hundred at 160,000. */
final class SeenKeys {
    private static final Logger LOG = LoggerFactory.getLogger(SeenKeys.class);
    private static final int BITS = 1 << 24;

    private final BitSet bits = new BitSet(BITS);
    private volatile boolean complete;

    private SeenKeys() {}

    /** @param earlier gives all keys of before; until it has, in a thread of its own, every key may be one of them */
    static SeenKeys of(Consumer<Consumer<String>> earlier) {
        SeenKeys seen = new SeenKeys();
        Thread.ofPlatform().daemon().name("seen-keys").start(() -> seen.learn(earlier));
        return seen;
    }

    private void learn(Consumer<Consumer<String>> earlier) {
        try {
            earlier.accept(this::add);
            complete = true;
        } catch (RuntimeException e) {
            LOG.info("earlier keys are not known, so the database is asked for each: {}", e.toString());
        }
    }

    synchronized void add(String key) {
        bits.set(place(key));
    }

    boolean mayContain(String key) {
        return !complete || contains(place(key));
    }

    private synchronized boolean contains(int place) {
        return bits.get(place);
    }

    private static int place(String key) {
        int hash = key.hashCode();
        return (hash ^ hash >>> 24) & BITS - 1;
    }
}
