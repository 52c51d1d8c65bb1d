package org.cadreledger.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.LongFunction;

/**
 * Reads the pages of a long walk over the log before they are asked for: numbers are dense, so a full page says where the next
 * begins. For one reader.
 */
final class ReadAhead {

    private static final int PAGES = 2;

    private final LongFunction<List<RecentCommits.Entry>> pageAfter;
    private final int pageSize;
    private final Executor executor;
    private final Deque<Asked> asked = new ArrayDeque<>();

    private record Asked(long after, CompletableFuture<List<RecentCommits.Entry>> page) {}

    /**
     * @param pageAfter the commits after a position, at most {@code pageSize} of them, fewer only at the end
     * @param executor reads the pages
     */
    ReadAhead(LongFunction<List<RecentCommits.Entry>> pageAfter, int pageSize, Executor executor) {
        this.pageAfter = pageAfter;
        this.pageSize = pageSize;
        this.executor = executor;
    }

    /** The commits after that position; when they are a full page and not all up to {@code end}, those behind are fetched. */
    List<RecentCommits.Entry> after(long position, long end) {
        while (!asked.isEmpty() && asked.getFirst().after() != position) {
            asked.removeFirst();
        }
        List<RecentCommits.Entry> page = asked.isEmpty()
                ? pageAfter.apply(position)
                : join(asked.removeFirst().page());
        if (page.size() == pageSize) {
            fetch(page.getLast().position(), end);
        } else {
            asked.clear();
        }
        return page;
    }

    private void fetch(long position, long end) {
        long next = asked.isEmpty() ? position : asked.getLast().after() + pageSize;
        for (; asked.size() < PAGES && next + pageSize <= end; next += pageSize) {
            long from = next;
            asked.addLast(new Asked(from, CompletableFuture.supplyAsync(() -> pageAfter.apply(from), executor)));
        }
    }

    private static List<RecentCommits.Entry> join(CompletableFuture<List<RecentCommits.Entry>> page) {
        try {
            return page.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
