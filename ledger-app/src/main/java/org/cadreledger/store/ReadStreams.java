package org.cadreledger.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The streams that the decision of a unit of work has folded, each with the sequence that its next event had then: what its
 * commit rests on ({@link CommitDraft.Basis}). For one thread, as a unit of work is.
 */
final class ReadStreams {
    private static final String RESOURCE = "org.cadreledger.store.read";

    private final long since = System.nanoTime();
    private final Map<String, Long> next = new HashMap<>();

    private ReadStreams() {}

    /** Whether nothing has been read since the unit of work began; always outside of one. */
    static boolean beginsNow() {
        if (!CurrentUnitOfWork.isStarted()) {
            return true;
        }
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        return root.resources().putIfAbsent(RESOURCE, new ReadStreams()) == null;
    }

    /** The latest fold of a stream is what is decided on. */
    static void note(String stream, long nextSequence) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get()
                    .root()
                    .<ReadStreams>getOrComputeResource(RESOURCE, name -> new ReadStreams())
                    .next
                    .put(stream, nextSequence);
        }
    }

    static CommitDraft.Basis basis(@Nullable UnitOfWork<?> root) {
        ReadStreams read = root == null ? null : root.<ReadStreams>getResource(RESOURCE);
        if (read == null) {
            return CommitDraft.Basis.NONE;
        }
        List<String> keys = read.next.entrySet().stream()
                .map(stream -> Commit.key(stream.getKey(), stream.getValue()))
                .toList();
        return new CommitDraft.Basis(keys, read.since);
    }
}
