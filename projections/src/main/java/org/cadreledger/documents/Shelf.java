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
    private final Projection<D> projection;
    private final DocumentCollection<D> collection;
    private final Map<String, Held<D>> held = new LinkedHashMap<>(64, 0.75f, true);

    /** Position as read of each document that was changed since. */
    private final Map<String, Long> changed = new HashMap<>();

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
        List<List<String>> concerned = new ArrayList<>(batch.size());
        Set<String> missing = new LinkedHashSet<>();
        for (Recorded<?> recorded : batch) {
            List<String> ids = projection.concerned(recorded);
            concerned.add(ids);
            ids.stream().filter(id -> !held.containsKey(id)).forEach(missing::add);
        }
        fetch(missing);
        for (int i = 0; i < batch.size(); i++) {
            for (String id : concerned.get(i)) {
                take(id, batch.get(i));
            }
        }
    }

    private void fetch(Set<String> missing) {
        if (!missing.isEmpty() && !blank) {
            held.putAll(collection.load(missing));
        }
        for (String id : missing) {
            held.putIfAbsent(id, new Held<>(null, Held.NEVER));
        }
    }

    private void take(String id, Recorded<?> recorded) {
        Held<D> before = known(held.get(id), id);
        Held<D> after = before.take(projection, id, recorded);
        if (after.position() != before.position()) {
            changed.putIfAbsent(id, before.position());
            held.put(id, after);
        }
    }

    void flush() {
        if (changed.isEmpty()) {
            return;
        }
        List<Change<D>> changes = new ArrayList<>(changed.size());
        changed.forEach((id, asRead) -> changes.add(new Change<>(id, known(held.get(id), id), asRead)));
        blank = false;
        collection.write(changes);
        changed.clear();
    }

    private static <D> Held<D> known(@Nullable Held<D> found, String id) {
        if (found == null) {
            throw new IllegalStateException("not fetched: " + id);
        }
        return found;
    }

    int size() {
        return held.size();
    }

    /** Keeps the latest used; only after {@link #flush}. */
    void trim(int most) {
        var eldest = held.entrySet().iterator();
        for (int surplus = held.size() - most; surplus > 0; surplus--) {
            eldest.next();
            eldest.remove();
        }
    }
}
