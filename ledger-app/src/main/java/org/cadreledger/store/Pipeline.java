package org.cadreledger.store;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one batch at a time, so that no commit is ever there before the one it follows; while a batch is on its way to the
 * database and back, the next one is numbered and hashed, if a full one waits. Used by one thread.
 */
final class Pipeline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final Commits commits;
    private final BiFunction<List<PreparedCommit>, Tail, List<Commit>> numbering;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("commit-sender").factory());

    private Supplier<List<PreparedCommit>> waiting = List::of;
    private @Nullable Ahead ahead;

    /** Good for nothing when the batch before did not end where it should have. */
    private record Ahead(List<PreparedCommit> batch, Tail after, List<Commit> numbered) {}

    /** @param numbering makes commits that follow the given end of the log */
    Pipeline(Commits commits, BiFunction<List<PreparedCommit>, Tail, List<Commit>> numbering) {
        this.commits = commits;
        this.numbering = numbering;
    }

    /** @param next takes a full batch, which must be sent next, when one waits; else nothing */
    void preparing(Supplier<List<PreparedCommit>> next) {
        waiting = next;
    }

    /** The batch as commits that follow that end of the log. */
    List<Commit> numbered(List<PreparedCommit> batch, Tail end) {
        Ahead known = ahead;
        ahead = null;
        return known != null && known.after().equals(end) && known.batch().equals(batch)
                ? known.numbered()
                : numbering.apply(batch, end);
    }

    /** As {@link Commits#insert}. */
    void insert(List<Commit> numbered) {
        List<PreparedCommit> next = waiting.get();
        if (next.isEmpty()) {
            commits.insert(numbered);
            return;
        }
        Future<?> sent = sender.submit(() -> commits.insert(numbered));
        try {
            Tail after = Tail.of(numbered.getLast());
            ahead = new Ahead(next, after, numbering.apply(next, after));
        } catch (RuntimeException e) {
            LOG.debug("the next batch will meet it again when it is its turn", e);
        }
        await(sent);
    }

    private static void await(Future<?> sent) {
        try {
            sent.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a batch was on its way", e);
        }
    }

    @Override
    public void close() {
        sender.shutdown();
    }
}
