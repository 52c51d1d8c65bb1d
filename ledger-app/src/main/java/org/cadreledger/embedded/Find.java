package org.cadreledger.embedded;

import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The matches of a query in the order asked for, batch by batch. Where the index gives the order nothing is kept in memory;
 * otherwise the matches are sorted first, of which only skip + limit are kept when there is a limit.
 */
final class Find {
    private final QueryPlan plan;
    private final IndexWalk walk;
    private final @Nullable Document sort;
    private int toSkip;
    private long remaining;
    private @Nullable Deque<Document> sorted;
    private boolean exhausted;

    Find(QueryPlan plan, IndexWalk walk, @Nullable Document sort, int skip, int limit) {
        this.plan = plan;
        this.walk = walk;
        this.sort = sort;
        this.toSkip = Math.max(0, skip);
        this.remaining = limit > 0 ? limit : limit < 0 ? -(long) limit : Long.MAX_VALUE;
    }

    Find in(ReadView view) {
        walk.in(view);
        return this;
    }

    QueryPlan plan() {
        return plan;
    }

    boolean isExhausted() {
        return exhausted || remaining == 0;
    }

    /** The next matches: at most so many and, but for the last, so many bytes. */
    List<Document> take(int documents, long bytes) {
        List<Document> batch = new ArrayList<>();
        long size = 0;
        while (batch.size() < documents && size < bytes && !isExhausted()) {
            Document next = next();
            if (next == null) {
                exhausted = true;
            } else if (toSkip > 0) {
                toSkip--;
            } else {
                batch.add(next);
                size += walk.lastBytes();
                remaining--;
            }
        }
        return batch;
    }

    private @Nullable Document next() {
        if (plan.ordered() || sort == null) {
            return walk.next();
        }
        if (sorted == null) {
            sorted = sort(new DocumentComparator(sort));
        }
        return sorted.poll();
    }

    private Deque<Document> sort(Comparator<Document> order) {
        long keep = remaining == Long.MAX_VALUE ? Long.MAX_VALUE : remaining + toSkip;
        List<Document> all;
        if (keep >= Integer.MAX_VALUE) {
            all = new ArrayList<>();
            for (Document match = walk.next(); match != null; match = walk.next()) {
                all.add(match);
            }
        } else {
            PriorityQueue<Document> best = new PriorityQueue<>(order.reversed());
            for (Document match = walk.next(); match != null; match = walk.next()) {
                best.add(match);
                if (best.size() > keep) {
                    best.poll();
                }
            }
            all = new ArrayList<>(best);
        }
        all.sort(order);
        return new ArrayDeque<>(all);
    }

    /** Natural order is that of `_id`. */
    static @Nullable Document order(@Nullable Document orderBy) {
        return orderBy == null || !orderBy.containsKey("$natural")
                ? orderBy
                : new Document("_id", orderBy.get("$natural"));
    }

    /** How many of the matching a count with these bounds counts. */
    static int within(long matching, int skip, int limit) {
        long rest = Math.max(0, matching - Math.max(0, skip));
        return Math.toIntExact(limit > 0 ? Math.min(rest, limit) : rest);
    }
}
