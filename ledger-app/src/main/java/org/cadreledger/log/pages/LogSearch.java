package org.cadreledger.log.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cadreledger.store.Commit;
import org.cadreledger.store.CommitLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Goes through the log for what a filter takes; the log itself has no index but its order and its times. */
@Component
class LogSearch {
    /** Looked at for one page at most: the answer comes soon, and the next page goes on. */
    static final int MOST_LOOKED_AT = 20_000;

    private static final int BATCH = 1_000;
    private static final int ROWS = 50;

    private final CommitLog log;

    LogSearch(CommitLog log) {
        this.log = log;
    }

    /**
     * @param lookedAt the last position looked at
     * @param next where the next page goes on; null at the end
     */
    record Found(
            List<Commit> commits, long lookedAt, @Nullable Long next) {}

    /** @param after position to go on from; null to begin */
    Found find(LogFilter.Read filter, @Nullable Long after) {
        long begin = Math.max(first(filter) - 1, after == null ? 0 : after);
        long end = last(filter);
        List<Commit> found = new ArrayList<>();
        long at = begin;
        while (at < end && at - begin < MOST_LOOKED_AT) {
            List<Commit> batch = log.commits(at, (int) Math.min(BATCH, end - at));
            if (batch.isEmpty()) {
                return new Found(found, at, null);
            }
            for (Commit commit : batch) {
                at = commit.position();
                if (filter.takes(commit)) {
                    found.add(commit);
                }
                if (found.size() == ROWS) {
                    return new Found(found, at, at < end ? at : null);
                }
            }
        }
        return new Found(found, at, at < end ? at : null);
    }

    /**
     * What the days and positions of a filter leave of the log, whatever is in between.
     *
     * @param from at most one after the end of the log
     * @param to before {@code from} when nothing is left
     */
    public record Range(long from, long to) {
        public boolean isEmpty() {
            return to < from;
        }
    }

    Range range(LogFilter.Read filter) {
        return new Range(Math.min(first(filter), log.tail().position() + 1), last(filter));
    }

    private long first(LogFilter.Read filter) {
        Instant since = filter.since();
        long byTime = since == null ? 1 : log.lastAtOrBefore(since.minusMillis(1)) + 1;
        return Math.max(byTime, filter.fromPosition());
    }

    private long last(LogFilter.Read filter) {
        Instant until = filter.until();
        long byTime = until == null ? log.tail().position() : log.lastAtOrBefore(until.minusMillis(1));
        return Math.min(byTime, filter.toPosition());
    }
}
