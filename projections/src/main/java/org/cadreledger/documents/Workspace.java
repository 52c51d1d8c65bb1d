package org.cadreledger.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cadreledger.log.Recorded;

/** Folds events into a generation of a group's documents. For one thread, and for one part of the counties. */
public final class Workspace {
    /** Documents of one projection kept for the next batch. */
    private static final int KEPT = 10_000;

    private final ProjectionGroup group;
    private final Generation generation;
    private final Map<Projection<?>, Shelf<?>> shelves = new LinkedHashMap<>();

    Workspace(ProjectionGroup group, Generation generation, boolean blank) {
        this.group = group;
        this.generation = generation;
        group.projections().forEach(projection -> shelves.put(projection, Shelf.of(projection, generation, blank)));
    }

    /**
     * Takes a batch and returns when everything that follows from it is stored.
     *
     * @throws StaleDocuments when another node was there: this workspace is of no more use
     */
    public void handle(List<Recorded<?>> batch) {
        fold(batch);
        flush();
        shelves.values().forEach(shelf -> shelf.trim(KEPT));
        List<Recorded<?>> concerned = concerned(batch);
        if (!concerned.isEmpty()) {
            group.afterBatch().run(concerned, generation);
        }
    }

    void fold(List<Recorded<?>> batch) {
        shelves.values().forEach(shelf -> shelf.fold(batch));
    }

    private void flush() {
        shelves.values().forEach(Shelf::flush);
    }

    /** Stores and forgets everything. */
    void clear() {
        flush();
        shelves.values().forEach(shelf -> shelf.trim(0));
    }

    /** About how much memory it takes. */
    long bytes() {
        return shelves.values().stream().mapToLong(Shelf::bytes).sum();
    }

    @SuppressWarnings("unchecked")
    <D> List<DocumentCollection.Change<D>> handOver(Projection<D> projection) {
        Shelf<?> shelf = shelves.get(projection);
        return shelf == null ? new ArrayList<>() : ((Shelf<D>) shelf).handOver();
    }

    List<Recorded<?>> concerned(List<Recorded<?>> batch) {
        return batch.stream().filter(group.afterBatch()::concerns).toList();
    }
}
