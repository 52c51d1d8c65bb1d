package org.cadreledger.documents;

import com.mongodb.client.MongoDatabase;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The collections of a group that were built together; a rebuild makes the next. */
public final class Generation {
    private final MongoDatabase database;
    private final int number;
    private final Map<Projection<?>, DocumentCollection<?>> collections = new LinkedHashMap<>();

    Generation(MongoDatabase database, List<Projection<?>> projections, int number) {
        this.database = database;
        this.number = number;
        projections.forEach(
                projection -> collections.put(projection, new DocumentCollection<>(database, projection, number)));
    }

    /** From 1. */
    public int number() {
        return number;
    }

    /** @throws IllegalArgumentException for a projection of another group */
    @SuppressWarnings("unchecked")
    public <D> DocumentCollection<D> of(Projection<D> projection) {
        DocumentCollection<?> collection = collections.get(projection);
        if (collection == null) {
            throw new IllegalArgumentException(projection.name() + " is not in this group");
        }
        return (DocumentCollection<D>) collection;
    }

    void prepare() {
        collections.values().forEach(DocumentCollection::prepare);
    }

    void drop() {
        Set<String> existing = database.listCollectionNames().into(new HashSet<>());
        collections.forEach((projection, collection) -> {
            if (existing.contains(DocumentCollection.name(projection, number))) {
                collection.drop();
            }
        });
    }
}
