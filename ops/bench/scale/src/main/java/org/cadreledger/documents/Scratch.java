package org.cadreledger.documents;

import com.mongodb.client.MongoDatabase;
import java.util.List;

/** Generations outside a group: over the documents in use, or thrown away. */
public final class Scratch {
    private Scratch() {}

    public static Generation generation(MongoDatabase database, List<Projection<?>> projections, int number) {
        return new Generation(database, projections, number);
    }

    public static void drop(Generation generation) {
        generation.drop();
    }
}
