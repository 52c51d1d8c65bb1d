package org.cadreledger.catalogue.drafting;

import java.util.Set;

/** Every county that the log defines: a catalogue for all concerns each of them. */
@FunctionalInterface
public interface KnownCounties {
    /** Codes, as fresh as the log. */
    Set<String> known();
}
