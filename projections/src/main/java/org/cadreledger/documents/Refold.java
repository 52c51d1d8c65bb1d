package org.cadreledger.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInvalidOperationException;
import org.cadreledger.log.Recorded;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Folds the log from zero in memory, as a rebuild does, for a sample of a group's documents, and compares them with the
 * stored ones. Computed documents (boards) are not folded and not compared. For one thread.
 */
public final class Refold {
    private final ProjectionGroup group;
    private final int seed;
    private final int most;
    private final List<Part<?>> parts = new ArrayList<>();

    /** One of that many documents is in the sample; a power of two. */
    private int oneOf = 1;

    /**
     * A stored document that is not what the log says.
     *
     * @param what is wrong, for who looks into it
     */
    public record Difference(String projection, String documentId, String what) {}

    /**
     * @param seed another one gives another sample
     * @param most documents in memory
     */
    public Refold(ProjectionGroup group, int seed, int most) {
        this.group = group;
        this.seed = seed;
        this.most = most;
        for (Projection<?> projection : group.projections()) {
            if (!(projection instanceof Derived<?>)) {
                parts.add(new Part<>(projection));
            }
        }
    }

    /** Takes the next events of the log. */
    public void take(List<? extends Recorded<?>> events) {
        for (Recorded<?> recorded : events) {
            if (recorded.jurisdiction() != null) {
                parts.forEach(part -> part.take(recorded));
            }
        }
        while (parts.stream().mapToInt(part -> part.held.size()).sum() > most) {
            oneOf *= 2;
            parts.forEach(part -> part.held.keySet().removeIf(id -> !sampled(id)));
        }
    }

    private boolean sampled(String id) {
        // spreads what hash codes of similar ids have in common
        int mixed = (id.hashCode() ^ seed) * 0x9E3779B9;
        return (mixed >>> 8) % oneOf == 0;
    }

    /** Documents in the sample. */
    public int size() {
        return parts.stream().mapToInt(part -> part.held.size()).sum();
    }

    /**
     * Differences in the generation in use. The group must have taken everything up to {@code upTo}; a document that has
     * taken later events meanwhile is left for another time.
     *
     * @param upTo guard of the last event taken
     * @param end the guard that no event of the log exceeds, asked when needed
     * @param pause run between reads
     */
    public List<Difference> compare(long upTo, LongSupplier end, Runnable pause) {
        List<Difference> found = new ArrayList<>();
        Generation generation = group.active();
        parts.forEach(part -> part.compare(generation, upTo, end, pause, found::add));
        return found;
    }

    private final class Part<D> {
        private static final int PAGE = 500;

        private final Projection<D> projection;
        private final Map<String, Held<D>> held = new HashMap<>();

        Part(Projection<D> projection) {
            this.projection = projection;
        }

        void take(Recorded<?> recorded) {
            for (String id : projection.concerned(recorded)) {
                if (sampled(id)) {
                    Held<D> before = held.getOrDefault(id, new Held<>(null, Held.NEVER));
                    held.put(id, before.take(projection, id, recorded));
                }
            }
        }

        void compare(Generation generation, long upTo, LongSupplier end, Runnable pause, Consumer<Difference> found) {
            DocumentCollection<D> collection = generation.of(projection);
            Map<String, Held<D>> missing = new HashMap<>(held);
            missing.values().removeIf(expected -> expected.position() == Held.NEVER);
            List<String> wanted = new ArrayList<>();
            int[] seen = {0};
            collection.every(new BsonDocument(Selection.ID, new BsonInt32(1)), document -> {
                String id = DocumentCollection.id(document);
                if (sampled(id)) {
                    wanted.add(id);
                }
                if (++seen[0] % PAGE == 0) {
                    pause.run();
                }
            });
            for (int from = 0; from < wanted.size(); from += PAGE) {
                for (BsonDocument stored :
                        collection.documents(wanted.subList(from, Math.min(wanted.size(), from + PAGE)))) {
                    String id = DocumentCollection.id(stored);
                    String what = difference(collection, id, missing.remove(id), stored, upTo, end);
                    if (!what.isEmpty()) {
                        found.accept(new Difference(projection.name(), id, what));
                    }
                }
                pause.run();
            }
            missing.keySet().forEach(id -> found.accept(new Difference(projection.name(), id, "missing")));
        }

        private String difference(
                DocumentCollection<D> collection,
                String id,
                @Nullable Held<D> expected,
                BsonDocument stored,
                long upTo,
                LongSupplier end) {
            long position = DocumentCollection.position(stored);
            if (position > upTo && position > end.getAsLong()) {
                return "has position " + position + ", which the log does not have";
            }
            if (position > upTo) {
                return "";
            }
            if (expected == null) {
                return "nothing in the log makes it";
            }
            if (position != expected.position()) {
                return "has position " + position + " instead of " + expected.position();
            }
            return isSame(collection, id, expected, stored) ? "" : "has other content";
        }

        private static <D> boolean isSame(
                DocumentCollection<D> collection, String id, Held<D> expected, BsonDocument stored) {
            try {
                return collection.isSame(id, expected, stored);
            } catch (JacksonException | BsonInvalidOperationException | IllegalArgumentException e) {
                // what cannot be read is not what was written
                return false;
            }
        }
    }
}
