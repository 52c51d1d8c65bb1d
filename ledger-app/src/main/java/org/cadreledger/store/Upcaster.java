package org.cadreledger.store;

import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the JSON of an older version of an event into that of the next one, when it is read. The stored commit is never
 * changed.
 */
public interface Upcaster {

    /** Stored name that it takes, for example {@code ledger.bonus-claimed.v1}. */
    String from();

    /** Name of what it makes, for example {@code ledger.bonus-claimed.v2}; may itself be upcast further. */
    String to();

    /** Personal components are present in {@code payload} unless they were erased. */
    ObjectNode upcast(ObjectNode payload);
}
