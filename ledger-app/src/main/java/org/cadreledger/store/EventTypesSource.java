package org.cadreledger.store;

import java.util.List;

/** Contributes event classes to the store: as a bean, one for each concept or one for all. */
public interface EventTypesSource {

    /** Sealed interfaces, whose permitted records are all taken, or records. */
    List<Class<?>> eventRoots();

    default List<Upcaster> upcasters() {
        return List.of();
    }
}
