package org.cadreledger.embedded;

/** All maps at one moment: what the last durable commit holds, or what a writing command has made of it so far. */
@FunctionalInterface
interface ReadView {
    MapView of(StoredMap map);
}
