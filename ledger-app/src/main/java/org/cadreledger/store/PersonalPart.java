package org.cadreledger.store;

/**
 * The personal components of one event, kept apart so that they can be erased.
 *
 * @param salt 16 random bytes in hex
 * @param json canonical JSON of the components
 */
public record PersonalPart(String salt, String json) {}
