package org.cadreledger.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cadreledger.documents.DocumentCollection.Change;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;

/** One projection's documents in memory: those lately used, and those changed and not yet written. For one thread. */
final class Shelf<D> {
    /** A document without what it has of events: its id, its places here. */
    private static final long DOCUMENT_BYTES = 600;

    /** What a document keeps of an event, as a rule, the line of a ledger, with what the lines before have left behind. */
    private static final long EVENT_BYTES = 260;

    private final Projection<D> projection;
    private final DocumentCollection<D> collection;
    private final Map<String, Held<D>> held = new LinkedHashMap<>(64, 0.75f, true);

    /** Position as read of each document that was changed since. */
    private final Map<String, Long> changed = new HashMap<>();

    /** Changes since everything was forgotten last. */
    private long taken;

    /** Nothing was ever stored, so there is nothing to look up. */
    private boolean blank;

    Shelf(Projection<D> projection, DocumentCollection<D> collection, boolean blank) {
        this.projection = projection;
        this.collection = collection;
        this.blank = blank;
    }

    static <D> Shelf<D> of(Projection<D> projection, Generation generation, boolean blank) {
        return new Shelf<>(projection, generation.of(projection), blank);
    }

    void fold(List<Recorded<?>> batch) {
        Map<String, List<Recorded<?>>> concerned = new LinkedHashMap<>();
        for (Recorded<?> recorded : batch) {
            for (String id : projection.concerned(recorded)) {
                concerned.computeIfAbsent(id, first -> new ArrayList<>(1)).add(recorded);
            }
        }
        fetch(concerned.keySet());
        concerned.forEach(this::take);
    }

    private void fetch(Set<String> ids) {
        if (blank) {
            return;
        }
        Set<String> missing = new LinkedHashSet<>(ids);
        missing.removeAll(held.keySet());
        if (!missing.isEmpty()) {
            held.putAll(collection.load(missing));
            missing.forEach(id -> held.putIfAbsent(id, Held.nothing()));
        }
    }

    private void take(String id, List<Recorded<?>> events) {
        Held<D> found = held.get(id);
        Held<D> before = blank && found == null ? Held.nothing() : known(found, id);
        Held<D> after = before.take(projection, id, events);
        if (after.position() != before.position()) {
            changed.putIfAbsent(id, before.position());
            held.put(id, after);
            taken += events.size();
        }
    }

    void flush() {
        if (changed.isEmpty()) {
            return;
        }
        List<Change<D>> changes = changes();
        blank = false;
        collection.write(changes);
        changed.clear();
    }

    private List<Change<D>> changes() {
        List<Change<D>> changes = new ArrayList<>(changed.size());
        changed.forEach((id, asRead) -> changes.add(new Change<>(id, known(held.get(id), id), asRead)));
        return changes;
    }

    /** Hands over everything that is not written yet, to be written by the caller, and forgets all. */
    List<Change<D>> handOver() {
        List<Change<D>> changes = changes();
        blank = blank && changes.isEmpty();
        changed.clear();
        trim(0);
        return changes;
    }

    private static <D> Held<D> known(@Nullable Held<D> found, String id) {
        if (found == null) {
            throw new IllegalStateException("not fetched: " + id);
        }
        return found;
    }

    /** About how much memory it takes. */
    long bytes() {
        return DOCUMENT_BYTES * held.size() + EVENT_BYTES * taken;
    }

    /** Keeps the latest used; only after {@link #flush}. */
    void trim(int most) {
        if (most == 0) {
            held.clear();
            taken = 0;
            return;
        }
        var eldest = held.entrySet().iterator();
        for (int surplus = held.size() - most; surplus > 0; surplus--) {
            eldest.next();
            eldest.remove();
        }
    }
}
