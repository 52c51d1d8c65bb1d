package org.cadreledger.documents;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cadreledger.documents.DocumentCollection.Change;
import org.cadreledger.log.Recorded;

/**
 * Folds the log from zero into a new generation, in memory within a bound: a document is written once, not once an event.
 * What does not fit is left for another round over the log. What is computed from documents is computed at the end: it
 * asks only for facts before its own position.
 */
public final class Rebuild {
    /** Of the memory that the program may have, what documents may take: one part in as many is left to everything else. */
    private static final int SHARES = 5;

    private static final int SHARES_OF_DOCUMENTS = 3;

    private static final int WRITTEN_AT_ONCE = 1_000;

    /** What a log begins with, registrations, says little of how it goes on. */
    private static final double MARK = 1 / 8.0;

    private final ProjectionGroup group;
    private final Generation next;
    private final Generation instead;
    private final long bound;

    /** What is folded in this round. */
    private final Map<Integer, Part> folding = new TreeMap<>();

    /** What is left for the next ones. */
    private final Deque<Integer> waiting = new ArrayDeque<>();

    private final List<Recorded<?>> concerned = new ArrayList<>();

    /** Whether every part has been written once. */
    private boolean whole;

    /** How much of this round was taken, and how many bytes it had made, when growth began to be watched; 0 for not yet. */
    private double markedShare;

    private long markedBytes;

    Rebuild(ProjectionGroup group, Generation next) {
        this(group, next, Runtime.getRuntime().maxMemory() / SHARES * SHARES_OF_DOCUMENTS);
    }

    /** @param bound bytes that documents in memory may take, about */
    Rebuild(ProjectionGroup group, Generation next, long bound) {
        this.group = group;
        this.next = next;
        this.instead = group.active();
        this.bound = bound;
        IntStream.range(0, Parts.COUNT).forEach(part -> begin(part, true));
    }

    private void begin(int number, boolean blank) {
        folding.put(number, new Part(new Workspace(group, next, blank), new ArrayList<>()));
    }

    /** One part of the documents with the events that something is to be computed after. */
    private record Part(Workspace workspace, List<Recorded<?>> concerned) {
        void take(List<Recorded<?>> batch) {
            workspace.fold(batch);
            concerned.addAll(workspace.concerned(batch));
        }
    }

    /** Whether this round takes the events of that part. */
    public boolean takes(int part) {
        return folding.containsKey(part);
    }

    /**
     * Takes the next events of a part that this round takes, in the order of the log. Each part may be given by another
     * thread.
     */
    public void take(int part, List<Recorded<?>> events) {
        Part taking = folding.get(part);
        if (taking == null) {
            throw new IllegalArgumentException("not folded in this round: part " + part);
        }
        taking.take(events);
    }

    /**
     * To be called between batches, by one thread: leaves parts for later rounds when memory runs short, or as soon as it
     * can be foreseen, so that little is folded in vain.
     *
     * @param share of this round's events taken by now, up to 1
     * @param others bytes that other rebuilds hold meanwhile
     */
    public void keepWithin(double share, long others) {
        long room = bound - others;
        long expected = expected(share);
        while (Math.max(expected, bytes()) > room && !whole && folding.size() > 1) {
            List<Integer> numbers = List.copyOf(folding.keySet());
            for (int number : numbers.subList(numbers.size() / 2, numbers.size())) {
                folding.remove(number);
                waiting.add(number);
            }
            expected = expected * folding.size() / numbers.size();
            markedShare = 0;
        }
        if (bytes() > room) {
            folding.values().forEach(part -> part.workspace().clear());
        }
    }

    /** The bytes at the end of the round if they go on to grow as they do; while that is unknown, those of now. */
    private long expected(double share) {
        long now = bytes();
        if (markedShare == 0 && share >= MARK) {
            markedShare = share;
            markedBytes = now;
        }
        boolean known = markedShare > 0 && share >= 2 * markedShare;
        return known ? now + (long) ((now - markedBytes) / (share - markedShare) * (1 - share)) : now;
    }

    /** About how much memory the documents of this round take by now. */
    public long bytes() {
        return folding.values().stream()
                .mapToLong(part -> part.workspace().bytes())
                .sum();
    }

    /**
     * Stores what this round has folded.
     *
     * @return true when the log is to be gone through once more, from its beginning to where this round ended
     */
    public boolean nextRound() {
        int size = folding.size();
        markedShare = 0;
        write(folding.values());
        folding.values().forEach(part -> concerned.addAll(part.concerned()));
        folding.clear();
        for (int i = 0; i < size && !waiting.isEmpty(); i++) {
            begin(waiting.remove(), true);
        }
        return !folding.isEmpty();
    }

    /** Computes what is computed from documents, after the last round; then more events may be taken and stored. */
    public void compute() {
        concerned.sort(Comparator.comparingLong(Recorded::guard));
        if (!concerned.isEmpty()) {
            group.afterBatch().run(List.copyOf(concerned), next);
        }
        concerned.clear();
        if (!whole) {
            whole = true;
            IntStream.range(0, Parts.COUNT).forEach(part -> begin(part, false));
        }
    }

    /** Stores what was taken since {@link #compute}, and computes anew. */
    public void store() {
        write(folding.values());
        folding.values().forEach(part -> {
            concerned.addAll(part.concerned());
            part.concerned().clear();
        });
        compute();
    }

    private void write(Collection<Part> parts) {
        group.projections().forEach(projection -> write(projection, parts));
    }

    /** In the order of ids, which is that of the database's pages. */
    private <D> void write(Projection<D> projection, Collection<Part> parts) {
        List<Change<D>> changes = new ArrayList<>();
        parts.forEach(part -> changes.addAll(part.workspace().handOver(projection)));
        changes.sort(Comparator.comparing(Change::id));
        DocumentCollection<D> collection = next.of(projection);
        int slices = (changes.size() + WRITTEN_AT_ONCE - 1) / WRITTEN_AT_ONCE;
        IntStream.range(0, slices).parallel().forEach(slice -> {
            int from = slice * WRITTEN_AT_ONCE;
            collection.write(changes.subList(from, Math.min(changes.size(), from + WRITTEN_AT_ONCE)));
        });
    }

    /** What is being built. */
    public Generation next() {
        return next;
    }

    /**
     * Puts the new generation in use for all nodes; each changes over when it has seen it.
     *
     * @return the one that is no longer in use
     * @throws StaleDocuments when another generation was put in use since the rebuild began
     */
    public Generation activate() {
        group.activate(next, instead.number());
        return instead;
    }

    /** Gives the new generation up. */
    public void discard() {
        next.drop();
    }
}
