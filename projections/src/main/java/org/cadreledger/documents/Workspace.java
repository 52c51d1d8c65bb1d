package org.cadreledger.documents;

import java.util.ArrayList;
import java.util.List;
import org.cadreledger.log.Recorded;

/** Folds events into a generation of a group's documents. For one thread, and for one part of the counties. */
public final class Workspace {
    /** Documents of one projection kept for the next batch. */
    private static final int KEPT = 10_000;

    private final ProjectionGroup group;
    private final Generation generation;
    private final List<Shelf<?>> shelves = new ArrayList<>();

    Workspace(ProjectionGroup group, Generation generation, boolean blank) {
        this.group = group;
        this.generation = generation;
        group.projections().forEach(projection -> shelves.add(Shelf.of(projection, generation, blank)));
    }

    /**
     * Takes a batch and returns when everything that follows from it is stored.
     *
     * @throws StaleDocuments when another node was there: this workspace is of no more use
     */
    public void handle(List<Recorded<?>> batch) {
        fold(batch);
        flush();
        shelves.forEach(shelf -> shelf.trim(KEPT));
        finish(concerned(batch));
    }

    void fold(List<Recorded<?>> batch) {
        shelves.forEach(shelf -> shelf.fold(batch));
    }

    void flush() {
        shelves.forEach(Shelf::flush);
    }

    /** Stores and forgets when more than that many documents are in memory. */
    void keepWithin(int documents) {
        if (shelves.stream().mapToInt(Shelf::size).sum() > documents) {
            flush();
            shelves.forEach(shelf -> shelf.trim(0));
        }
    }

    List<Recorded<?>> concerned(List<Recorded<?>> batch) {
        return batch.stream().filter(group.afterBatch()::concerns).toList();
    }

    void finish(List<Recorded<?>> concerned) {
        if (!concerned.isEmpty()) {
            group.afterBatch().run(concerned, generation);
        }
    }
}
