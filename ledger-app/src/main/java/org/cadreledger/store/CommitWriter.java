package org.cadreledger.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Group commit: one thread takes what waits in a bounded queue and has it appended as one batch. */
final class CommitWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommitWriter.class);

    private static final long IDLE_MILLIS = 200;

    /** Whose commit was just acknowledged comes with the next one within that time. */
    private static final long BRIEF_MILLIS = 2;

    private final BatchAppender appender;
    private final StoreLimits limits;
    private final IntConsumer batchSize;
    private final BlockingQueue<PreparedCommit> queue;
    private final AtomicLong queuedBytes = new AtomicLong();
    private final Thread thread;
    private volatile boolean closing;

    /** Taken from the queue, but too large for the batch before. Only the writer's thread uses it. */
    private @Nullable PreparedCommit carried;

    /** Taken from the queue before its turn. Only the writer's thread uses it. */
    private List<PreparedCommit> early = List.of();

    CommitWriter(BatchAppender appender, StoreLimits limits, IntConsumer batchSize) {
        this.appender = appender;
        this.limits = limits;
        this.batchSize = batchSize;
        this.queue = new ArrayBlockingQueue<>(limits.queued());
        appender.preparing(this::takeFullBatch);
        this.thread = new Thread(this::run, "commit-writer");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** @throws StoreBusy when the queue is full or closed */
    void enqueue(PreparedCommit commit) {
        if (closing) {
            throw new StoreBusy("the store is closing");
        }
        long bytes = queuedBytes.addAndGet(commit.size());
        if (bytes > limits.queuedBytes() || !queue.offer(commit)) {
            queuedBytes.addAndGet(-commit.size());
            throw new StoreBusy("the store has " + queue.size() + " commits waiting");
        }
    }

    int queued() {
        return queue.size();
    }

    /** Writes what waits, then stops. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(limits.answerWithin().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closing || !queue.isEmpty() || carried != null || !early.isEmpty()) {
            List<PreparedCommit> batch = new ArrayList<>(early);
            try {
                if (early.isEmpty()) {
                    takeBatch(batch);
                }
                early = List.of();
                if (batch.isEmpty()) {
                    appender.idle();
                } else {
                    batchSize.accept(batch.size());
                    appender.append(batch);
                }
            } catch (InterruptedException e) {
                closing = true;
            } catch (RuntimeException | Error e) {
                LOG.error("the writer failed; its batch is given up", e);
                batch.forEach(commit -> commit.outcome().completeExceptionally(BatchAppender.unavailable(e)));
            }
        }
        appender.close();
        List<PreparedCommit> late = new ArrayList<>();
        queue.drainTo(late);
        late.forEach(commit -> commit.outcome().completeExceptionally(new StoreBusy("the store is closed")));
    }

    /** A batch that would not become any larger by waiting for its turn; else nothing. */
    private List<PreparedCommit> takeFullBatch() {
        if (early.isEmpty() && queue.size() >= limits.batch()) {
            List<PreparedCommit> batch = new ArrayList<>();
            try {
                takeBatch(batch);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            early = batch;
        }
        return early;
    }

    private void takeBatch(List<PreparedCommit> batch) throws InterruptedException {
        long patience = appender.holdsOthersUp() ? BRIEF_MILLIS : IDLE_MILLIS;
        PreparedCommit next = carried != null ? carried : queue.poll(patience, TimeUnit.MILLISECONDS);
        carried = null;
        long bytes = 0;
        while (next != null) {
            if (!batch.isEmpty() && bytes + next.size() > limits.batchBytes()) {
                carried = next;
                return;
            }
            batch.add(next);
            bytes += next.size();
            queuedBytes.addAndGet(-next.size());
            next = batch.size() < limits.batch() ? queue.poll() : null;
        }
    }
}
