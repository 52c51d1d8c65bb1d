package org.cadreledger.projecting;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a node does because there are others: tells how far it is, shares segments, follows rebuilds. One thread. */
final class NodeWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeWatch.class);

    /** Marks are told as often, while they move. */
    private static final long TELL_NANOS = Duration.ofMillis(15).toNanos();

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Longer than the others need to claim what was left to them. */
    private static final long LEFT_SECONDS = 6;

    private final List<Projector> projectors;
    private final Nodes nodes;
    private final Thread thread;
    private volatile boolean closed;

    NodeWatch(List<Projector> projectors, Nodes nodes) {
        this.projectors = projectors;
        this.nodes = nodes;
        this.thread = Thread.ofPlatform().daemon().name("node-watch").start(this::run);
    }

    private void run() {
        long lookAt = System.nanoTime();
        while (!closed) {
            try {
                if (System.nanoTime() - lookAt >= 0) {
                    lookAt = System.nanoTime() + LOOK.toNanos();
                    nodes.beat();
                    for (Projector projector : projectors) {
                        projector.follow();
                        share(projector.feed());
                    }
                }
                projectors.forEach(Projector::publish);
            } catch (RuntimeException e) {
                LOG.warn("the other nodes cannot be looked after: {}", e.toString());
            }
            LockSupport.parkNanos(TELL_NANOS);
        }
        nodes.leave();
    }

    /** Leaves to others what is above this node's share; what nobody has, every node claims. */
    private void share(Feed feed) {
        TreeSet<Integer> claimed = new TreeSet<>(feed.claimed());
        int surplus = claimed.size() - nodes.share(feed.segments());
        for (int i = 0; i < surplus; i++) {
            int segment = claimed.removeLast();
            LOG.info("leaving segment {} of {} to another node", segment, feed.name());
            feed.release(segment, LEFT_SECONDS);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
